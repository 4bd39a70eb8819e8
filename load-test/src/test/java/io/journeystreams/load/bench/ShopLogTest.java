package io.journeystreams.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.load.shop.ShopEvent;
import io.journeystreams.load.shop.ShopEvent.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShopLogTest {

    private static final int EVENTS = 20_000;

    @Test
    void theSameSeedMakesTheSameWeek() {
        assertThat(week(7)).isEqualTo(week(7)).isNotEqualTo(week(8));
    }

    @Test
    void eventsComeInTheOrderOfTheirTimesAndFillTheWeek() {
        // when
        List<ShopEvent> week = week(7);

        // then
        assertThat(week).hasSize(EVENTS).isSortedAccordingTo(Comparator.comparingLong(ShopEvent::atMs));
        assertThat(week.get(EVENTS - 1).atMs()).isBetween(ShopLog.lengthMs(EVENTS) / 2, ShopLog.lengthMs(EVENTS) * 2);
    }

    @Test
    void fourInFiveEventsAreThoseOfOneVisitorInFive() {
        // given
        int busy = EVENTS / 10 / 5;

        // when
        long ofTheBusy = week(7).stream().filter(event -> event.device() < busy).count();

        // then
        assertThat((double) ofTheBusy / EVENTS).isBetween(0.75, 0.85);
    }

    @Test
    void someBuyAndSomeLeaveTheirCart() {
        // given
        Map<Kind, Long> kinds = week(7).stream().collect(Collectors.groupingBy(ShopEvent::kind, Collectors.counting()));
        Truth truth = new Truth();

        // when
        week(7).forEach(truth::accept);

        // then
        assertThat(kinds).containsOnlyKeys(Kind.values());
        assertThat(truth.results().carts()).hasSizeGreaterThan(EVENTS / 200);
        assertThat(truth.results().sessions()).hasSizeBetween(EVENTS / 12, EVENTS / 3);
    }

    private static List<ShopEvent> week(long seed) {
        List<ShopEvent> week = new ArrayList<>();
        new ShopLog(seed, EVENTS, 0).forEachRemaining(week::add);
        return week;
    }
}
