package io.journeystreams.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private static final int EVENTS = 40;

    @Test
    void takeTheirOrderWhateverTheOrderInWhichTheyCome() {
        // given
        List<JourneyEvent> inOrder = IntStream.range(0, EVENTS)
                .mapToObj(number -> viewed(number, number / 3))
                .sorted(JourneyEvent.ORDER)
                .toList();
        List<JourneyEvent> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(1));

        // when
        RecentEvents events = RecentEvents.of(List.of());
        for (JourneyEvent event : shuffled) {
            events = events.with(event);
        }

        // then
        assertThat(events).isEqualTo(inOrder);
    }

    @Test
    void weighWhatEachOfThemDoesHoweverTheyCameTogether() {
        // given
        JourneyEvent early = viewed(1, 1_000);
        JourneyEvent late = viewed(22_222, 2_000);

        // when
        RecentEvents oneByOne = RecentEvents.of(List.of(late)).with(early);

        // then
        long both = Weight.atMost(early) + Weight.atMost(late);
        assertThat(oneByOne.mostBytes())
                .isEqualTo(both)
                .isEqualTo(RecentEvents.of(List.of(early, late)).mostBytes());
    }

    @Test
    void areThoseThatTheyWereWhenAnotherIsAdded() {
        // given
        RecentEvents before = RecentEvents.of(List.of(viewed(1, 1_000)));

        // when
        RecentEvents after = before.with(viewed(2, 500));

        // then
        assertThat(before.hasSeen(new EventId("e2"))).isFalse();
        assertThat(after.hasSeen(new EventId("e2"))).isTrue();
        assertThat(after.hasSeen(new EventId("e1"))).isTrue();
    }

    private static JourneyEvent viewed(int number, long atMs) {
        return EventDraft.of("e" + number, "page_viewed", atMs).event();
    }
}
