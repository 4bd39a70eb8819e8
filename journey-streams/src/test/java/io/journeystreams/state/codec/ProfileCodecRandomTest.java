package io.journeystreams.state.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.engine.Decision;
import io.journeystreams.domain.engine.Entry;
import io.journeystreams.domain.engine.HandOver;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.state.StoredProfile;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class ProfileCodecRandomTest {

    private static final ProfileKey ANNA = ProfileKey.ofCustomer("anna");
    private static final int RANDOM_JOURNEYS = 10;
    private static final int KNOWN_JOURNEYS = 30;
    private static final int EVENTS = 120;

    /**
     * The key that the profile is stored under is not in its bytes; merges and erasures are no part of a history; links are those of
     * devices; how far a journey was told is not stored.
     */
    private static final Set<String> NOT_SEEN_HERE = Set.of(
            "ProfileState.key",
            "ProfileState.telling",
            "CustomerErased",
            "CustomerErased.occurrence",
            "CustomersMerged",
            "CustomersMerged.occurrence",
            "Link.customer",
            "Link.firstAtMs",
            "Link.lastAtMs");

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
        assertThat(coverage.missing(ProfileState.class)).isEqualTo(NOT_SEEN_HERE);
    }

    /** Two lives: one kept in memory, one stored and read before every step. */
    private void live(long seed, Consumer<ProfileState> seen) {
        RandomJourney journey = new RandomJourney(seed);
        ProfileState kept = ProfileState.empty(ANNA);
        EncodedEvents events = codec.eventsOf(new StoredProfile(kept, ProfileState.NEVER), null);
        for (int step = 0; step < EVENTS; step++) {
            String when = "rerun with -Dseed=" + seed + ", step " + step;
            ProfileState read = stored(kept, step, when);
            ClockReading clock = journey.tick();
            JourneyEvent event = journey.event(kept);
            Entry entry = step % 40 == 39 ? handedOver(seed, step, event) : Entry.Event.of(event);

            Decision expected = engine.decide(kept, entry, clock, journey.intakeAtMs());
            Decision decided = engine.decide(read, entry, clock, journey.intakeAtMs());

            assertThat(decided).as(when).isEqualTo(expected);
            kept = expected.state();
            seen.accept(kept);

            StoredProfile inUse = new StoredProfile(kept, ProfileState.NEVER);
            events = codec.eventsOf(inUse, events);
            assertThat(codec.encode(inUse, events)).as(when).isEqualTo(codec.encode(inUse));
        }
    }

    /** A device that was seen with two customers, one of whom is erased. */
    @Test
    void aDeviceComesBackWithItsCustomers() {
        // given
        ProfileKey bert = ProfileKey.ofCustomer("bert");
        List<Entry> entries = List.of(
                new Entry.CustomerSeen(ANNA, new EventId("e1"), 1_000),
                new Entry.CustomerSeen(bert, new EventId("e2"), 2_000),
                new Entry.SuccessorErased(bert, 3_000));
        ProfileState state = ProfileState.empty(ProfileKey.ofDevice("d1"));

        for (Entry entry : entries) {
            // when
            state = engine.decide(state, entry, ClockReading.undefined(), 5_000).state();

            // then
            StoredProfile stored = new StoredProfile(state, ProfileState.NEVER);
            assertThat(codec.decode(codec.encode(stored), state.key())).isEqualTo(stored);
        }
        assertThat(state.identity().links()).hasSize(1);
    }

    /** A device's short life is given to the profile. */
    private Entry handedOver(long seed, int step, JourneyEvent cause) {
        RandomJourney journey = new RandomJourney(seed + step);
        ProfileState device = ProfileState.empty(ProfileKey.ofDevice("d" + step));
        for (int i = 0; i < 10; i++) {
            ClockReading clock = journey.tick();
            device = engine.decide(device, Entry.Event.of(journey.event(device)), clock, journey.intakeAtMs())
                    .state();
        }
        return new Entry.HandedOver(new HandOver("h" + step, cause.id(), cause.atMs(), device), List.of());
    }

    private ProfileState stored(ProfileState state, int step, String when) {
        StoredProfile profile =
                new StoredProfile(state, step % 3 == 0 ? ProfileState.NEVER : state.nextDueAtMs() - step);
        StoredProfile read = codec.decode(codec.encode(profile), ANNA);
        assertThat(read).as(when).isEqualTo(profile);
        return read.profile();
    }
}
