package io.journeystreams.domain.interest;

import io.journeystreams.domain.event.CheckoutAdvanced;
import io.journeystreams.domain.event.CheckoutStarted;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderPlaced;
import io.journeystreams.domain.event.PaymentFailed;
import io.journeystreams.domain.event.PaymentSucceeded;
import io.journeystreams.domain.event.ProductAdded;
import io.journeystreams.domain.event.ProductViewed;
import io.journeystreams.domain.interest.InterestStep.Aroused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * When a product has been looked at (kind BROWSE of the table): viewed twice, or for ten seconds. How long a page was looked at
 * is what its view says, else the time until the next event of the same device, if that comes within half an hour: nothing
 * reports the end of a last look.
 */
public final class InterestRules {

    /** Attributes of a view that say how long it was, milliseconds. */
    private static final List<String> LENGTHS = List.of("engaged_ms", "duration_ms");

    private static final String AVAILABILITY = "availability";
    private static final Set<String> SOLD_OUT = Set.of("outofstock", "soldout", "unavailable", "discontinued");

    /** After a longer silence nobody was looking any more, milliseconds. */
    private static final long LONGEST_LOOK_MS = 30 * 60_000L;

    private InterestRules() {}

    public static InterestStep step(Interest interest, JourneyEvent event, InterestPolicy policy) {
        Interest stocked = stocked(interest, event.occurrence());
        if (goesFurther(event)) {
            return InterestStep.unchanged(stocked.startedAnew());
        }
        if (!event.occurrence().isInteractive()) {
            return InterestStep.unchanged(stocked);
        }
        List<Aroused> aroused = new ArrayList<>();
        stocked.shownOn(event.occurrence().deviceId())
                .filter(shown -> wasLong(event.atMs() - shown.sinceMs(), policy))
                .ifPresent(shown ->
                        aroused.add(new Aroused(shown.line(), shown.view(), shown.position(), shown.sinceMs())));
        Interest next = stocked.leaving(event.occurrence().deviceId());
        if (event instanceof ProductViewed) {
            for (Line line : event.occurrence().lines().stream().limit(1).toList()) {
                next = viewed(next, event, line, policy, aroused);
            }
        }
        return new InterestStep(next, aroused);
    }

    /** To the cart, the till, or done: what was looked at before is settled by what is more. */
    private static boolean goesFurther(JourneyEvent event) {
        return event instanceof ProductAdded
                || event instanceof CheckoutStarted
                || event instanceof CheckoutAdvanced
                || event instanceof PaymentFailed
                || event instanceof PaymentSucceeded
                || event instanceof OrderPlaced;
    }

    private static Interest viewed(
            Interest interest, JourneyEvent event, Line line, InterestPolicy policy, List<Aroused> aroused) {
        Occurrence view = event.occurrence();
        Line shown = line.withQuantity(1);
        long sinceMs = event.atMs() - Interest.REMEMBERED.toMillis();
        int before = interest.look(line.product().productId())
                .filter(look -> look.lastAtMs() >= sinceMs)
                .map(Look::views)
                .orElse(0);
        if (before + 1 >= policy.views()
                || length(view).orElse(0L) >= policy.time().toMillis()) {
            aroused.add(new Aroused(shown, event.id(), view.position(), event.atMs()));
        }
        return interest.with(new Look(shown, before + 1, event.atMs()))
                .with(new OnScreen(view.deviceId(), shown, event.id(), view.position(), event.atMs()));
    }

    private static boolean wasLong(long ms, InterestPolicy policy) {
        return ms >= policy.time().toMillis() && ms <= LONGEST_LOOK_MS;
    }

    private static Optional<Long> length(Occurrence view) {
        return LENGTHS.stream()
                .flatMap(name -> view.attribute(name).stream())
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::valueOf)
                .findFirst();
    }

    private static Interest stocked(Interest interest, Occurrence occurrence) {
        Optional<String> availability = occurrence.attribute(AVAILABILITY);
        Interest next = interest;
        for (Line line : availability.isPresent() ? occurrence.lines() : List.<Line>of()) {
            next = next.withSoldOut(line.product(), meansSoldOut(availability.get()));
        }
        return next;
    }

    /** {@code out_of_stock}, {@code OutOfStock} and {@code https://schema.org/OutOfStock} are the same. */
    private static boolean meansSoldOut(String availability) {
        String last = availability.substring(availability.lastIndexOf('/') + 1);
        return SOLD_OUT.contains(last.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }
}
