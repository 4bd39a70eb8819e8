package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderReversed;
import io.journeystreams.domain.event.Totals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What events and time make of the knowledge how a customer buys and is bound (rules C1 to C3, C5, C6). Events come in event-time order. */
public final class ChurnRules {

    private static final String CANCELLED = "order_cancelled";

    /** An order cancelled within this time was none (rule C6). */
    private static final Duration CANCELLED_IN_TIME = Duration.ofHours(24);

    private ChurnRules() {}

    /** Test events count for nothing (rule A14), of late ones purchases alone (rule T3). */
    public static Churn apply(Churn before, ChurnOccasion occasion, ChurnPolicy policy) {
        JourneyEvent event = occasion.event();
        if (event.occurrence().test() || (event.occurrence().late() && !occasion.isPurchase())) {
            return before;
        }
        Churn next = inItsCohort(before, buying(before, occasion, policy), policy);
        return ContractRules.apply(next, occasion, policy);
    }

    /**
     * Signals that time alone brings in contacts with the service.
     *
     * @param atMs epoch milliseconds
     */
    public static Churn signalled(Churn before, List<Signal> signals, long atMs, ChurnPolicy policy) {
        return signals.isEmpty()
                ? before
                : ContractRules.signalled(before, before, signals, atMs, Optional.empty(), policy);
    }

    /** When time alone brings something, epoch milliseconds. */
    public static OptionalLong nextDueAtMs(Churn churn, ChurnPolicy policy) {
        long alertsAtMs = Math.min(SilenceAlert.nextDueAtMs(churn, policy), ContractAlert.nextDueAtMs(churn, policy));
        long dueAtMs = Math.min(alertsAtMs, churn.forecasts().nextDueAtMs());
        return dueAtMs == Outlook.NEVER ? OptionalLong.empty() : OptionalLong.of(dueAtMs);
    }

    /** @param atMs what {@link #nextDueAtMs} says */
    public static Churn pass(Churn before, long atMs, ChurnPolicy policy) {
        Churn settled = Settling.pass(before, atMs, policy);
        Churn silence = SilenceAlert.pass(settled, atMs, policy);
        return ContractAlert.pass(silence, atMs, policy);
    }

    /**
     * Solves anew what was solved with a model or for levels that are not in use any more, or for one of two profiles that are one now. Nobody is
     * looked for: this happens when something comes for the customer, or at the next review.
     *
     * @param told alerts that readers know of and that are to be told again from what is kept
     * @param atMs epoch milliseconds; a new model tells nothing of before
     */
    public static Churn adopt(Churn before, List<ChurnAlert> told, long atMs, ChurnPolicy policy) {
        if (!before.isOutdated(policy)) {
            return before;
        }
        Judged judged = before.judged().by(policy.version(before.buying()), atMs);
        Churn known = ContractRules.solvedAnew(before.remembering(told).with(judged), policy);
        if (known.buying().isEmpty()) {
            return known;
        }
        long sinceMs = Math.max(before.outlook().sinceMs(), judged.sinceMs());
        Churn solved = known.with(Outlook.of(known.buying(), policy, sinceMs));
        Churn sampled = Settling.begin(solved, solved.buying().lastBy(), sinceMs, policy);
        return SilenceAlert.recoveredBy(sampled, sinceMs, policy);
    }

    /**
     * Whoever has ordered, or has a contract, is judged by what is in use from the first order or the beginning on.
     *
     * @param now the same with what is not settled yet: the first order may be there
     */
    public static Churn judge(Churn settled, Churn now, ChurnPolicy policy) {
        boolean isKnown = !now.buying().isEmpty() || !now.contract().equals(Contract.NONE);
        boolean isFirst = settled.judged().equals(Judged.NEVER) && isKnown;
        String version = policy.version(settled.buying().isEmpty() ? now.buying() : settled.buying());
        Judged judged = isFirst
                ? Judged.NEVER.by(version, Long.MIN_VALUE)
                : settled.judged().inCohortOf(version);
        return settled.isOutdated(policy) ? settled : settled.with(judged);
    }

    /** Another first order may show that the customer belongs to another cohort, and has from the beginning. */
    private static Churn inItsCohort(Churn before, Churn next, ChurnPolicy policy) {
        boolean isTheSame = next.buying().cohort().equals(before.buying().cohort());
        return isTheSame || before.isOutdated(policy)
                ? next
                : next.with(next.judged().inCohortOf(policy.version(next.buying())));
    }

    private static Churn buying(Churn before, ChurnOccasion occasion, ChurnPolicy policy) {
        if (occasion.isPurchase()) {
            return bought(passedUntil(before, occasion.event().atMs(), policy), occasion, policy);
        }
        JourneyEvent event = occasion.event();
        return event instanceof OrderReversed ? reversed(before, event.occurrence(), policy) : before;
    }

    /** A purchase told of late comes to a journey that was settled before it: what time brought in between comes first. */
    private static Churn passedUntil(Churn before, long untilMs, ChurnPolicy policy) {
        Churn next = before;
        OptionalLong dueAtMs = nextDueAtMs(next, policy);
        while (dueAtMs.isPresent() && dueAtMs.getAsLong() < untilMs) {
            next = pass(next, dueAtMs.getAsLong(), policy);
            dueAtMs = nextDueAtMs(next, policy);
        }
        return next;
    }

    private static Churn bought(Churn before, ChurnOccasion occasion, ChurnPolicy policy) {
        Occurrence report = occasion.event().occurrence();
        Optional<Buying.Order> known = before.buying().find(report);
        if (known.isPresent()) {
            return occasion.newValue()
                    .map(total -> before.with(before.buying().valuing(known.get(), total), before.outlook()))
                    .orElse(before);
        }
        if (occasion.repeatsOrder()) {
            return before;
        }
        Buying.Order order =
                new Buying.Order(report.id(), report.orderId(), report.atMs(), value(occasion), policy.cohort(report));
        Buying buying = before.buying().with(order);
        boolean isBackdated =
                !before.buying().isEmpty() && order.atMs() < before.buying().lastAtMs();
        long sinceMs = isBackdated ? before.outlook().sinceMs() : order.atMs();
        Churn next = before.with(buying, outlook(before, buying, sinceMs, policy));
        Churn sampled = before.buying().isEmpty() ? Settling.begin(next, order.by(), order.atMs(), policy) : next;
        return SilenceAlert.onOrder(sampled, order, isBackdated, policy);
    }

    /**
     * Taken back in whole by a refund at any time, by a cancellation within 24 hours; it counts as fit-churn counts. What was pending
     * stays so; what an order that was none had put off fires now.
     */
    private static Churn reversed(Churn before, Occurrence report, ChurnPolicy policy) {
        boolean isPartial =
                report.attribute("partial").map(Boolean::parseBoolean).orElse(false);
        Optional<Buying.Order> order = report.orderId().flatMap(id -> before.buying().orders().stream()
                .filter(known -> known.id().equals(Optional.of(id)))
                .findFirst());
        if (isPartial || order.isEmpty()) {
            return before;
        }
        boolean isInTime = report.atMs() - order.get().atMs() <= CANCELLED_IN_TIME.toMillis();
        if (report.type().equals(CANCELLED) && !isInTime) {
            return before;
        }
        Buying buying = before.buying().without(order.get());
        long sinceMs = isInTime
                ? report.atMs() - policy.hold().toMillis()
                : Math.min(report.atMs(), before.outlook().pendingSinceMs());
        Outlook outlook = outlook(before, buying, sinceMs, policy).escalatingNoSoonerThan(report.atMs());
        Churn next = before.with(buying, outlook);
        return isInTime ? SilenceAlert.reinstatedBy(next, order.get()) : next;
    }

    /** Its total, else what its lines come to. */
    private static Optional<Money> value(ChurnOccasion occasion) {
        return occasion.newValue()
                .or(() -> Totals.of(occasion.event().occurrence().lines()));
    }

    private static Outlook outlook(Churn churn, Buying buying, long sinceMs, ChurnPolicy policy) {
        return Outlook.of(buying, policy, Math.max(sinceMs, churn.judged().sinceMs()));
    }
}
