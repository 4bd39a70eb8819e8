package io.journeystreams.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Line;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VisitPlannerTest {

    private static final long START_MS = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
    private static final long SEED = 42;

    @Test
    void theSameSeedMakesUpTheSameShoppers() {
        // given
        List<Visit> first = visits(SEED, 50);

        // when
        List<Visit> again = visits(SEED, 50);

        // then
        assertThat(again).isEqualTo(first);
        assertThat(visits(SEED + 1, 50)).isNotEqualTo(first);
    }

    @Test
    void theFirstShoppersFollowEachPlanOnce() {
        assertThat(visits(SEED, Plan.values().length))
                .extracting(visit -> visit.shopper().plan())
                .containsExactly(Plan.values());
    }

    @Test
    void theSharesOfThePlansAddUp() {
        Set<Plan> drawn = visits(SEED, 1_000).stream()
                .map(visit -> visit.shopper().plan())
                .collect(Collectors.toSet());

        assertThat(drawn).containsExactlyInAnyOrder(Plan.values());
    }

    @Test
    void everyEventIsKeyedByItsSourceAndNamesTheCustomerWhoIsLoggedIn() {
        for (Visit visit : visits(SEED, 300)) {
            for (Sending sending : visit.sendings()) {
                if (sending.event() instanceof CrmEvent event) {
                    assertThat(sending.key()).isEqualTo(event.getCustomerId());
                    assertThat(visit.shopper().customerId()).contains(event.getCustomerId());
                } else {
                    ClickstreamEvent event = (ClickstreamEvent) sending.event();
                    assertThat(sending.key()).isEqualTo(event.getAnonymousId());
                    assertThat(Optional.ofNullable(event.getCustomerId()))
                            .isEqualTo(visit.shopper().customerId());
                }
            }
        }
    }

    @Test
    void whoIsLoggedInTellsAnAddressAndNobodyElseDoes() {
        for (Visit visit : visits(SEED, 300)) {
            Set<String> told = visit.sendings().stream()
                    .filter(sending -> typeOf(sending).equals("identified"))
                    .map(sending ->
                            ((ClickstreamEvent) sending.event()).getAttributes().get("email"))
                    .collect(Collectors.toSet());
            assertThat(told)
                    .isEqualTo(visit.shopper()
                            .customerId()
                            .map(id -> Set.of(id + "@customers.example"))
                            .orElse(Set.of()));
        }
    }

    @Test
    void noEventIsSentBeforeItHappensAndOnlyNewsFromTheStoreAreSentMuchLater() {
        for (Visit visit : visits(SEED, 300)) {
            for (Sending sending : visit.sendings()) {
                long delayMs = sending.atMs() - occurredAt(sending).toEpochMilli();
                assertThat(delayMs).isNotNegative();
                if (!sending.isCrm()) {
                    assertThat(delayMs).isLessThan(2 * DemoRules.GRACE.toMillis());
                }
            }
        }
    }

    @Test
    void someEventsComeTwiceAndSomeOutOfOrder() {
        // given
        List<Visit> visits = visits(SEED, 100);

        // then
        assertThat(visits)
                .anyMatch(visit -> ids(visit).size() < visit.sendings().size());
        assertThat(visits).anyMatch(VisitPlannerTest::isOutOfOrder);
    }

    @Test
    void whoIsToBeRemindedHasLeftSomethingThatIsNotBoughtBeforeTheDeadline() {
        for (Visit visit : visits(SEED, 500)) {
            visit.reminderDueMs().ifPresent(dueMs -> assertThat(stillThereAt(visit, dueMs))
                    .as(visit.toString())
                    .isNotEmpty());
        }
    }

    @Test
    void whoIsNotToBeRemindedHasNothingLeftAtTheFirstDeadline() {
        for (Visit visit : visits(SEED, 500)) {
            if (visit.reminderDueMs().isEmpty()) {
                long lastMs = visit.sendings().stream()
                        .filter(sending -> !sending.isCrm())
                        .mapToLong(sending -> occurredAt(sending).toEpochMilli())
                        .max()
                        .orElseThrow();
                long soonestMs = lastMs + DemoRules.PAYMENT_DELAY.toMillis();
                assertThat(stillThereAt(visit, soonestMs)).as(visit.toString()).isEmpty();
            }
        }
    }

    @Test
    void thePurchaseThatIsKnownIsTheOneThatIsSent() {
        for (Visit visit : visits(SEED, 500)) {
            for (Sending sending : visit.sendings()) {
                boolean isOrder = sending.news().isPresent();
                assertThat(isOrder).isEqualTo(typeOf(sending).equals("order_placed"));
                sending.news().ifPresent(purchase -> {
                    assertThat(purchase.profile()).isEqualTo(visit.shopper().profile());
                    assertThat(purchase.products())
                            .isEqualTo(linesOf(sending).stream()
                                    .map(Line::getProductId)
                                    .collect(Collectors.toSet()));
                });
            }
        }
    }

    /** What is in the cart when everything that was sent until then is applied, told without the domain. */
    private static Set<String> stillThereAt(Visit visit, long ms) {
        Map<String, Boolean> inCart = new HashMap<>();
        visit.sendings().stream()
                .filter(sending -> sending.atMs() <= ms)
                .sorted((one, other) -> occurredAt(one).compareTo(occurredAt(other)))
                .forEach(sending -> linesOf(sending).forEach(line -> {
                    switch (typeOf(sending)) {
                        case "product_added" -> inCart.put(line.getProductId(), true);
                        case "product_removed", "order_placed" -> inCart.put(line.getProductId(), false);
                        default -> {
                            // only looked at
                        }
                    }
                }));
        return inCart.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<Visit> visits(long seed, int count) {
        VisitPlanner planner = new VisitPlanner(seed, CardProvider.RELIABLE);
        return Stream.generate(() -> planner.next(START_MS)).limit(count).toList();
    }

    private static boolean isOutOfOrder(Visit visit) {
        Instant last = Instant.EPOCH;
        for (Sending sending : visit.sendings()) {
            if (occurredAt(sending).isBefore(last)) {
                return true;
            }
            last = occurredAt(sending);
        }
        return false;
    }

    private static Set<String> ids(Visit visit) {
        return visit.sendings().stream()
                .map(sending -> sending.event() instanceof CrmEvent event
                        ? event.getEventId()
                        : ((ClickstreamEvent) sending.event()).getEventId())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String typeOf(Sending sending) {
        return sending.event() instanceof CrmEvent event
                ? event.getType()
                : ((ClickstreamEvent) sending.event()).getType();
    }

    private static Instant occurredAt(Sending sending) {
        return sending.event() instanceof CrmEvent event
                ? event.getOccurredAt()
                : ((ClickstreamEvent) sending.event()).getOccurredAt();
    }

    private static List<Line> linesOf(Sending sending) {
        return sending.event() instanceof CrmEvent event
                ? event.getLines()
                : ((ClickstreamEvent) sending.event()).getLines();
    }
}
