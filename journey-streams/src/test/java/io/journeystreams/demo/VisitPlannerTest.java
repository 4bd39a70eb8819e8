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

    /** Plans by which shoppers leave behind what never was in a cart. */
    private static final Set<Plan> OF_NO_CART = Set.of(Plan.LOOKS_TWICE, Plan.SEARCHES_IN_VAIN);

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
    void whatBecomesOfAShopperChangesNobodyWhoComesLater() {
        // given
        int first = Plan.values().length;

        // when
        List<Shopper> onAGoodDay = shoppers(visits(SEED, first + 30));
        List<Shopper> onABadDay = shoppers(visits(new VisitPlanner(SEED, new CardProvider(START_MS)), first + 30));

        // then
        assertThat(onABadDay).isEqualTo(onAGoodDay);
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
        for (Visit visit : atTheShop(visits(SEED, 300))) {
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
    void whoIsToBeRemindedOfACartHasLeftSomethingThatIsNotBoughtBeforeTheDeadline() {
        for (Visit visit : visits(SEED, 500)) {
            if (!OF_NO_CART.contains(visit.shopper().plan())) {
                visit.reminderDueMs().ifPresent(dueMs -> assertThat(stillThereAt(visit, dueMs))
                        .as(visit.toString())
                        .isNotEmpty());
            }
        }
    }

    @Test
    void whoIsNotToBeRemindedHasNothingLeftAtTheFirstDeadline() {
        for (Visit visit : atTheShop(visits(SEED, 500))) {
            if (visit.reminderDueMs().isEmpty()) {
                long lastMs = clicks(visit)
                        .mapToLong(click -> click.getOccurredAt().toEpochMilli())
                        .max()
                        .orElseThrow();
                long soonestMs = lastMs + DemoRules.PAYMENT_DELAY.toMillis();
                assertThat(stillThereAt(visit, soonestMs)).as(visit.toString()).isEmpty();
            }
        }
    }

    /** So that a reminder about something bought is always a false one. */
    @Test
    void nobodyPutsAProductIntoTwoCarts() {
        for (Visit visit : visits(SEED, 500)) {
            Set<String> added = clicks(visit)
                    .filter(click -> click.getType().equals("product_added"))
                    .map(click ->
                            click.getEventId() + " " + click.getLines().get(0).getProductId())
                    .collect(Collectors.toSet());
            Set<String> products = added.stream()
                    .map(text -> text.substring(text.indexOf(' ')))
                    .collect(Collectors.toSet());
            assertThat(added).as(visit.toString()).hasSameSizeAs(products);
        }
    }

    @Test
    void onlyWhoIsMeantToLooksTwiceAtAProduct() {
        for (Visit visit : visits(SEED, 500)) {
            List<String> views = clicks(visit)
                    .filter(click -> click.getType().equals("product_viewed"))
                    .map(click ->
                            click.getEventId() + " " + click.getLines().get(0).getProductId())
                    .distinct()
                    .map(text -> text.substring(text.indexOf(' ')))
                    .toList();
            int twice = visit.shopper().plan() == Plan.LOOKS_TWICE ? 1 : 0;
            assertThat(views.size() - Set.copyOf(views).size())
                    .as(visit.toString())
                    .isEqualTo(twice);
        }
    }

    @Test
    void thePurchaseThatIsKnownIsTheOneThatIsSent() {
        for (Visit visit : visits(SEED, 500)) {
            for (Sending sending : visit.sendings()) {
                boolean isOrder = typeOf(sending).equals("order_placed") && !isOfThePast(sending);
                assertThat(sending.news().isPresent()).isEqualTo(isOrder);
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

    @Test
    void whoIsARegularHasOrderedBeforeAndNobodyElseHas() {
        for (Visit visit : atTheShop(visits(SEED, 300))) {
            assertThat(visit.sendings().stream().anyMatch(VisitPlannerTest::isOfThePast))
                    .as(visit.toString())
                    .isEqualTo(visit.shopper().standing() == Standing.REGULAR);
        }
    }

    @Test
    void someComeAgainForAnotherOrder() {
        assertThat(visits(SEED, 300))
                .anyMatch(visit -> visit.sendings().stream()
                                .flatMap(sending -> sending.news().stream())
                                .map(Purchase::orderId)
                                .distinct()
                                .count()
                        == 2);
    }

    @Test
    void storiesAreToldOfCustomersWhoAreReminded() {
        // given
        List<Visit> told = visits(new VisitPlanner(SEED, new CardProvider(START_MS)), 300).stream()
                .filter(visit -> visit.story().isPresent())
                .toList();

        // then
        assertThat(told).isNotEmpty().allSatisfy(visit -> {
            assertThat(visit.shopper().profile()).startsWith("c:");
            assertThat(DemoRules.isInControlGroup(visit.shopper().profile())).isFalse();
        });
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

    static List<Visit> visits(long seed, int count) {
        return visits(new VisitPlanner(seed, CardProvider.RELIABLE), count);
    }

    static List<Visit> visits(VisitPlanner planner, int count) {
        return Stream.generate(() -> planner.next(START_MS)).limit(count).toList();
    }

    private static List<Shopper> shoppers(List<Visit> visits) {
        return visits.stream().map(Visit::shopper).toList();
    }

    /** The others only concern the CRM. */
    private static List<Visit> atTheShop(List<Visit> visits) {
        return visits.stream()
                .filter(visit -> visit.shopper().plan() != Plan.GOES_SILENT)
                .filter(visit -> visit.shopper().plan() != Plan.SUBSCRIBES)
                .toList();
    }

    private static Stream<ClickstreamEvent> clicks(Visit visit) {
        return visit.sendings().stream().filter(sending -> !sending.isCrm()).map(sending ->
                (ClickstreamEvent) sending.event());
    }

    private static boolean isOfThePast(Sending sending) {
        return occurredAt(sending).toEpochMilli() < START_MS;
    }

    private static boolean isOutOfOrder(Visit visit) {
        Instant last = Instant.EPOCH;
        for (Sending sending : visit.sendings().stream()
                .filter(sending -> !isOfThePast(sending))
                .toList()) {
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
