package io.journeystreams.state.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.engine.Decision;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.engine.Entry;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.engine.Outcome;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.time.JournalClock;
import io.journeystreams.state.StoredProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What one customer does without end is held in 256 KB (fault R8). Every event has ids, products and texts of its own, so that
 * nothing is stored once for many. {@code -Devents=…} makes it longer; docs/limits.md has what came of 1 000 each.
 */
@Timeout(300)
class BoundedProfileTest {

    private static final int BOUND = 256 * 1024;

    /** What is taken while the clock stands still may be more, and is less than the valve lets through. */
    private static final int BOUND_STANDING = 900_000;

    /** By then carts, subjects and what recent events may weigh are at their bounds. */
    private static final int EVENTS = Integer.getInteger("events", 150);

    private static final int SAMPLED = 10;
    private static final long BEGINNING_MS = 1_772_359_200_000L;
    private static final long MINUTE_MS = 60_000;

    private final JourneyEngine engine = new JourneyEngine(EnginePolicy.defaults());
    private final ProfileCodec codec = new ProfileCodec();
    private final Flood.Numbers numbers = new Flood.Numbers(1);
    private ProfileState state = ProfileState.empty(ProfileKey.ofCustomer("anna"));
    private JournalClock clock = JournalClock.STOPPED;
    private int mostRecent;
    private int largest;

    @ParameterizedTest
    @EnumSource(Flood.class)
    void whatOneCustomerDoesWithoutEndIsHeldIn256Kilobytes(Flood flood) {
        // when
        for (int number = 0; number < EVENTS; number++) {
            long atMs = BEGINNING_MS + number * MINUTE_MS;
            clock = clock.hear("history", 1, atMs - MINUTE_MS, true, atMs);
            decide(flood, number, atMs);
            clock = clock.forgetStepsBefore(clock.timeMs());
        }

        // then
        System.out.printf("%s, %d events: at most %d bytes, %d recent%n", flood, EVENTS, largest, mostRecent);
        assertThat(largest).isLessThan(BOUND);
        assertThat(state.tally().isConserved()).isTrue();
    }

    @Test
    void whileTheClockStandsStillOnlyPurchasesAreTakenOfWhatIsTooMuch() {
        // given
        Outcome outcome = Outcome.APPLIED;
        int number = 0;

        // when
        while (outcome == Outcome.APPLIED && number < 1_000) {
            outcome = decide(Flood.LARGE_CARTS, number++, BEGINNING_MS + number);
        }
        Outcome ofOrder = decide(Flood.ORDERS, number, BEGINNING_MS + number);

        // then
        assertThat(outcome).isEqualTo(Outcome.TRUNCATED);
        assertThat(ofOrder).isEqualTo(Outcome.APPLIED);
        assertThat(state.recent().get(state.recent().size() - 1).occurrence().lines())
                .hasSize(5)
                .allMatch(line -> line.name().isEmpty() && line.productUrl().isEmpty());
        assertThat(largest).isLessThan(BOUND_STANDING);
    }

    private Outcome decide(Flood flood, int number, long atMs) {
        Decision decision = engine.decide(state, Entry.Event.of(flood.event(numbers, atMs)), clock.reading(), atMs);
        state = decision.state();
        mostRecent = Math.max(mostRecent, state.recent().size());
        if (number % SAMPLED == 0) {
            largest = Math.max(largest, codec.encode(new StoredProfile(state, ProfileState.NEVER)).length);
        }
        return decision.outcome();
    }
}
