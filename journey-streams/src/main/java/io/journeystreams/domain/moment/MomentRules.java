package io.journeystreams.domain.moment;

import io.journeystreams.domain.event.CustomerUpdated;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.moment.Moment.Kind;
import io.journeystreams.domain.moment.Moments.TierStanding;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** Which events, and which times, are moments (rule G9). Events come in event-time order. */
public final class MomentRules {

    private static final String TIER = "loyalty_tier";

    private MomentRules() {}

    /** Test events (rule A14) and late ones (rule T3) are no moments. */
    public static Moments apply(Moments before, MomentOccasion occasion, MomentPolicy policy) {
        Occurrence occurrence = occasion.event().occurrence();
        if (occurrence.test() || occurrence.late()) {
            return before;
        }
        Moments flowed = occasion.event().accept(new OrderSteps(before));
        Moments wonBack = winBack(flowed, occasion);
        return tier(wonBack, occasion, policy);
    }

    /** When time alone brings a moment, epoch milliseconds. */
    public static OptionalLong nextDueAtMs(Moments moments, MomentPolicy policy) {
        return moments.nextReviewAtMs(policy.reviewDelay().toMillis());
    }

    /** @param hasOpenIssue the customer waits for the service, so nobody asks for a review */
    public static Moments pass(Moments before, long atMs, boolean hasOpenIssue, MomentPolicy policy) {
        Moments next = before;
        for (OrderFlow order : before.orders()) {
            Optional<OrderFlow.Delivery> due = order.delivery()
                    .filter(delivery -> delivery.atMs() + policy.reviewDelay().toMillis() == atMs);
            if (due.isPresent()) {
                next = next.with(order.closed());
                next = hasOpenIssue ? next : next.with(review(order, due.get(), atMs));
            }
        }
        return next;
    }

    private static Moment review(OrderFlow order, OrderFlow.Delivery delivery, long atMs) {
        return moment(
                Kind.REVIEW, atMs, delivery.by(), OptionalLong.of(delivery.atMs()), Optional.of(order.id()), true);
    }

    private static Moments winBack(Moments before, MomentOccasion occasion) {
        JourneyEvent event = occasion.event();
        return occasion.leftSinceMs().isEmpty()
                ? before
                : before.with(moment(
                        Kind.WIN_BACK,
                        event.atMs(),
                        event.id(),
                        occasion.leftSinceMs(),
                        event.occurrence().orderId(),
                        false));
    }

    private static Moments tier(Moments before, MomentOccasion occasion, MomentPolicy policy) {
        Moments spent = occasion.newValue().map(before::spending).orElse(before);
        JourneyEvent event = occasion.event();
        Optional<String> named =
                event instanceof CustomerUpdated ? event.occurrence().attribute(TIER) : Optional.empty();
        Optional<String> reached = named.or(() -> climbed(spent, occasion.keptOrders(), policy));
        Optional<String> now = spent.tier().map(TierStanding::name);
        return reached.isEmpty() || reached.equals(now) ? spent : cross(spent, reached.get(), event);
    }

    /** The highest tier reached, unless the customer is in it or above already. */
    private static Optional<String> climbed(Moments moments, int keptOrders, MomentPolicy policy) {
        BigDecimal spend = moments.spent().map(Money::amount).orElse(BigDecimal.ZERO);
        Optional<String> now = moments.tier().map(TierStanding::name);
        Optional<String> reached = Optional.empty();
        for (Tier tier : policy.tiers()) {
            if (tier.isReached(keptOrders, spend)) {
                reached = Optional.of(tier.name());
            } else if (now.equals(Optional.of(tier.name()))) {
                reached = Optional.empty();
            }
        }
        return reached;
    }

    private static Moments cross(Moments before, String tier, JourneyEvent event) {
        Optional<TierStanding> standing = before.tier();
        OptionalLong sinceMs =
                standing.map(known -> OptionalLong.of(known.sinceMs())).orElse(OptionalLong.empty());
        return before.with(new TierStanding(tier, event.atMs()))
                .with(new Moment(
                        Kind.LOYALTY_TIER,
                        event.atMs(),
                        event.id(),
                        sinceMs,
                        event.occurrence().orderId(),
                        Optional.of(tier),
                        standing.map(TierStanding::name),
                        Optional.empty(),
                        false));
    }

    static Moment moment(
            Kind kind, long atMs, EventId by, OptionalLong sinceMs, Optional<OrderId> order, boolean isTimed) {
        return new Moment(
                kind, atMs, by, sinceMs, order, Optional.empty(), Optional.empty(), Optional.empty(), isTimed);
    }
}
