package io.journeystreams.state.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.engine.Decision;
import io.journeystreams.domain.engine.Entry;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.state.StoredProfile;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class ProfileCodecRandomTest {

    private static final ProfileKey ANNA = ProfileKey.ofCustomer("anna");
    private static final int RANDOM_JOURNEYS = 10;
    private static final int KNOWN_JOURNEYS = 30;
    private static final int EVENTS = 120;

    /** The key that the profile is stored under is not in its bytes. */
    private static final Set<String> GIVEN_BY_THE_READER = Set.of("ProfileState.key", "ProfileKey.value");

    private final JourneyEngine engine = new JourneyEngine(RandomJourney.POLICY);
    private final ProfileCodec codec = new ProfileCodec();

    @Test
    void aProfileComesBackAsItWasAndDecidesAsIfItHadNeverBeenStored() {
        // given
        Long given = Long.getLong("seed");
        Random seeds = new Random();

        for (int journey = 0; journey < (given == null ? RANDOM_JOURNEYS : 1); journey++) {
            long seed = given == null ? seeds.nextLong() : given;
            // when
            live(seed, state -> {});
        }

        // then: live() has compared every step
    }

    @Test
    void noComponentOfTheStateIsLeftOutOfTheComparison() {
        // given
        ComponentCoverage coverage = new ComponentCoverage();
        coverage.see(GoldenState.VERSION_1.profile());

        // when
        for (long seed = 1; seed <= KNOWN_JOURNEYS; seed++) {
            live(seed, coverage::see);
        }

        // then
        assertThat(coverage.missing(ProfileState.class)).isEqualTo(GIVEN_BY_THE_READER);
    }

    /** Two lives: one kept in memory, one stored and read before every step. */
    private void live(long seed, Consumer<ProfileState> seen) {
        RandomJourney journey = new RandomJourney(seed);
        ProfileState kept = ProfileState.empty(ANNA);
        for (int step = 0; step < EVENTS; step++) {
            String when = "rerun with -Dseed=" + seed + ", step " + step;
            ProfileState read = stored(kept, step, when);
            ClockReading clock = journey.tick();
            JourneyEvent event = journey.event(kept);

            Decision expected = engine.decide(kept, Entry.Event.of(event), clock, journey.intakeAtMs());
            Decision decided = engine.decide(read, Entry.Event.of(event), clock, journey.intakeAtMs());

            assertThat(decided).as(when).isEqualTo(expected);
            kept = expected.state();
            seen.accept(kept);
        }
    }

    private ProfileState stored(ProfileState state, int step, String when) {
        StoredProfile profile =
                new StoredProfile(state, step % 3 == 0 ? ProfileState.NEVER : state.nextDueAtMs() - step);
        StoredProfile read = codec.decode(codec.encode(profile), ANNA);
        assertThat(read).as(when).isEqualTo(profile);
        return read.profile();
    }
}
