package io.journeystreams.load.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.engine.Decision;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.engine.Outcome;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.profile.Telling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The customers that are measured on are what their names say. */
@Timeout(60)
class SituationsTest {

    private final JourneyEngine engine = new JourneyEngine(EnginePolicy.defaults());

    @Test
    void profilesAreInUseAndTheirNextEventIsNews() {
        assertThat(Situations.usual()).hasSize(Situations.COUNT).allSatisfy(situation -> {
            ProfileState state = situation.stored().profile();
            assertThat(state.recent()).hasSizeBetween(Situations.FEWEST_RECENT, Situations.MOST_RECENT);
            assertThat(state.telling()).isNotSameAs(Telling.NONE);
            assertThat(decide(situation).outcome()).isEqualTo(Outcome.APPLIED);
        });
    }

    @Test
    void whatWasJustDecodedHasNotBeenToldAndIsDecidedAboutInTheSameWay() {
        assertThat(Situations.usual()).allSatisfy(inUse -> {
            Situation decoded = JourneyEngineBenchmark.justDecoded(inUse);
            assertThat(decoded.stored().profile().telling()).isSameAs(Telling.NONE);
            assertThat(decide(decoded)).isEqualTo(decide(inUse));
        });
    }

    private Decision decide(Situation situation) {
        return engine.decide(situation.stored().profile(), situation.entry(), situation.clock(), situation.nowMs());
    }
}
