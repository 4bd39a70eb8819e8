package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.profile.Journey;
import org.junit.jupiter.api.Test;

/** Rule S6: whoever is faster than a person, or goes on for longer, is none. */
class BotTest {

    private static final int PER_MINUTE = 300;
    private static final int PER_SESSION = 5_000;

    private final JourneyRules rules = new JourneyRules(EnginePolicy.defaults());

    @Test
    void threeHundredEventsAMinuteAreAPersonsAndOneMoreIsNot() {
        assertThat(isBotAfter(PER_MINUTE, 199)).isFalse();
        assertThat(isBotAfter(PER_MINUTE + 1, 199)).isTrue();
        assertThat(isBotAfter(PER_MINUTE + 1, 200)).isFalse();
    }

    @Test
    void fiveThousandEventsInASessionAreAPersonsAndOneMoreIsNot() {
        assertThat(isBotAfter(PER_SESSION, 5_000)).isFalse();
        assertThat(isBotAfter(PER_SESSION + 1, 5_000)).isTrue();
    }

    private boolean isBotAfter(int events, long pauseMs) {
        Journey journey = Journey.NONE;
        for (int i = 0; i < events; i++) {
            journey = rules.apply(journey, EventTypes.read(pageView(i, 1_000_000 + i * pauseMs)));
        }
        return journey.sessions().get(0).isBot();
    }

    private static Occurrence pageView(int number, long atMs) {
        return EventDraft.of("e" + number, "page_viewed", atMs)
                .at("clickstream.events", 0, number)
                .occurrence();
    }
}
