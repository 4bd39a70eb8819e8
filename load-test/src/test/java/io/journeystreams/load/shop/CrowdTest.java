package io.journeystreams.load.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.load.shop.ShopEvent.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final int VISITORS = 500;
    private static final int EVENTS = 20_000;

    @Test
    void theSameSeedMakesTheSameEvents() {
        assertThat(events(7)).isEqualTo(events(7)).isNotEqualTo(events(8));
    }

    @Test
    void eventsComeInOrderAndNobodyDoesTwoThingsAtOnce() {
        // given
        Map<Integer, Long> latest = new HashMap<>();

        // then
        assertThat(events(7))
                .isSortedAccordingTo(Comparator.comparingLong(ShopEvent::atMs))
                .allSatisfy(event -> assertThat(event.atMs()).isGreaterThan(before(latest, event)));
    }

    @Test
    void fourInFiveEventsAreThoseOfOneVisitorInFive() {
        // when
        long ofTheBusy = events(7).stream()
                .filter(event -> event.device() < VISITORS / 5)
                .count();

        // then
        assertThat((double) ofTheBusy / EVENTS).isBetween(0.75, 0.85);
    }

    @Test
    void theyBuyAsMuchLaterAsAtFirst() {
        // given
        List<ShopEvent> events = events(7);

        // when
        long first = orders(events.subList(0, EVENTS / 2));
        long second = orders(events.subList(EVENTS / 2, EVENTS));

        // then
        assertThat(first).isPositive();
        assertThat((double) second / first).isBetween(0.7, 1.4);
    }

    private static long before(Map<Integer, Long> latest, ShopEvent event) {
        Long before = latest.put(event.device(), event.atMs());
        return before == null ? Long.MIN_VALUE : before;
    }

    private static long orders(List<ShopEvent> events) {
        return events.stream()
                .filter(event -> event.kind() == Kind.ORDER_PLACED)
                .count();
    }

    private static List<ShopEvent> events(long seed) {
        Crowd crowd = new Crowd(seed, VISITORS);
        List<ShopEvent> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(crowd.next());
        }
        return events;
    }
}
