package io.journeystreams.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.ClickstreamEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The card provider that starts to fail, and what shoppers do then. */
class CardProviderTest {

    private static final long OPENED_MS = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
    private static final Duration AFTER = Duration.ofMinutes(2);
    private static final long FAILS_FROM_MS = OPENED_MS + AFTER.toMillis();
    private static final long EVERY_MS = 500;
    private static final int VISITS = 1_000;

    private static final CardProvider PROVIDER = new Scene(1, 1, Optional.of(AFTER)).cardProvider(OPENED_MS);

    @Test
    void itTakesEveryCardUntilItsTimeAndFewFromThenOn() {
        assertThat(taken(PROVIDER, FAILS_FROM_MS - 1)).isEqualTo(VISITS);
        assertThat(taken(PROVIDER, FAILS_FROM_MS)).isBetween(1, VISITS / 4);
        assertThat(taken(PROVIDER, FAILS_FROM_MS + Duration.ofDays(1).toMillis()))
                .isBetween(1, VISITS / 4);
    }

    @Test
    void oneThatNeverFailsTakesEveryCard() {
        CardProvider reliable = new Scene(1, 1, Optional.empty()).cardProvider(OPENED_MS);

        assertThat(taken(reliable, FAILS_FROM_MS)).isEqualTo(VISITS);
    }

    @Test
    void noPaymentFailsByTheProviderBeforeItsTimeAndManyDoAfterwards() {
        // given
        List<ClickstreamEvent> failures = clicks(CardProviderTest::failedByProvider);

        // then
        assertThat(failures).hasSizeGreaterThan(VISITS / 20).allSatisfy(failure -> {
            assertThat(failure.getOccurredAt()).isAfterOrEqualTo(Instant.ofEpochMilli(FAILS_FROM_MS));
            assertThat(failure.getAttributes()).containsEntry("payment_method", "card");
        });
    }

    @Test
    void thenSomeTryAgainSomePayInAnotherWayAndSomeGiveUp() {
        // given
        List<Visit> thwarted = visits().stream()
                .filter(visit -> visit.sendings().stream().anyMatch(CardProviderTest::failedByProvider))
                .toList();

        // then
        assertThat(thwarted).anyMatch(visit -> failures(visit) > 1);
        assertThat(thwarted).anyMatch(visit -> visit.reminderDueMs().isEmpty() && hasPaidByPaypal(visit));
        assertThat(thwarted).anyMatch(visit -> visit.reminderDueMs().isPresent() && !hasPaidByPaypal(visit));
        assertThat(thwarted)
                .anyMatch(visit -> visit.story().equals(Optional.of("wanted to pay by card, and could not")));
    }

    private static int taken(CardProvider provider, long atMs) {
        Random random = new Random(42);
        return (int) IntStream.range(0, VISITS)
                .filter(i -> provider.takes(atMs, random))
                .count();
    }

    private static List<Visit> visits() {
        VisitPlanner planner = new VisitPlanner(42, PROVIDER);
        return IntStream.range(0, VISITS)
                .mapToObj(i -> planner.next(OPENED_MS + i * EVERY_MS))
                .toList();
    }

    private static List<ClickstreamEvent> clicks(Predicate<Sending> which) {
        return visits().stream()
                .flatMap(visit -> visit.sendings().stream())
                .filter(which)
                .map(sending -> (ClickstreamEvent) sending.event())
                .toList();
    }

    private static boolean failedByProvider(Sending sending) {
        return sending.event() instanceof ClickstreamEvent click
                && click.getType().equals("payment_failed")
                && CardProvider.ERROR.equals(click.getAttributes().get("error"));
    }

    private static long failures(Visit visit) {
        return visit.sendings().stream()
                .filter(CardProviderTest::failedByProvider)
                .map(sending -> ((ClickstreamEvent) sending.event()).getEventId())
                .distinct()
                .count();
    }

    private static boolean hasPaidByPaypal(Visit visit) {
        return visit.sendings().stream()
                .anyMatch(sending -> sending.event() instanceof ClickstreamEvent click
                        && click.getType().equals("order_placed")
                        && "paypal".equals(click.getAttributes().get("payment_method")));
    }
}
