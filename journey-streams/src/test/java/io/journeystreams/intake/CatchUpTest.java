package io.journeystreams.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatchUpTest {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;

    private final CatchUp catchUp = new CatchUp();
    private long nowMs = 1_000_000_000;
    private long offset;

    @Test
    void nothingIsKnownBeforeTheFirstLapIsOver() {
        assertThat(catchUp.isCaughtUp()).isFalse();
        catchUp.observe(Optional.empty(), nowMs);
        see(0, 10);
        assertThat(catchUp.isCaughtUp()).isFalse();
    }

    @Test
    void shortLapIsCaughtUp() {
        lap(CatchUp.SHORT_LAP_MS);
        assertThat(catchUp.isCaughtUp()).isTrue();
    }

    @Test
    void lapsThatGetShorterAreThoseOfABacklog() {
        lap(CatchUp.SHORT_LAP_MS + 1);
        assertThat(catchUp.isCaughtUp()).isFalse();
        lap(60 * MINUTE);
        assertThat(catchUp.isCaughtUp()).isFalse();
        lap(10 * MINUTE);
        assertThat(catchUp.isCaughtUp()).isFalse();
        lap(4 * MINUTE);
        assertThat(catchUp.isCaughtUp()).isFalse();
        lap(10 * SECOND);
        assertThat(catchUp.isCaughtUp()).isTrue();
    }

    @Test
    void inputThatComesInPortionsIsCaughtUpFromTheSecondOn() {
        lap(5 * MINUTE);
        assertThat(catchUp.isCaughtUp()).isFalse();
        lap(5 * MINUTE);
        assertThat(catchUp.isCaughtUp()).isTrue();
        lap(4 * MINUTE);
        assertThat(catchUp.isCaughtUp()).isTrue();
    }

    @Test
    void readingThatStandsStillFallsBehindAndComesBackWithAShortLap() {
        lap(SECOND);
        see(offset, offset + 10);
        nowMs += CatchUp.SHORT_LAP_MS;
        see(offset, offset + 10);
        assertThat(catchUp.isCaughtUp()).isTrue();
        nowMs += 1;
        see(offset, offset + 10);
        assertThat(catchUp.isCaughtUp()).isFalse();
        lap(60 * MINUTE);
        assertThat(catchUp.isCaughtUp()).isFalse();
        lap(SECOND);
        assertThat(catchUp.isCaughtUp()).isTrue();
    }

    @Test
    void whoStandsAtTheEndHasCaughtUpHoweverLongNobodyLooked() {
        lap(SECOND);
        nowMs += 60 * MINUTE;
        see(offset + 10, offset + 10);
        assertThat(catchUp.isCaughtUp()).isTrue();
    }

    @Test
    void topicThatWasMadeAnewStartsANewLap() {
        see(0, 1_000_000);
        see(0, 10);
        nowMs += SECOND;
        see(10, 20);
        assertThat(catchUp.isCaughtUp()).isTrue();
    }

    /** The reader comes to the end that was known at the start of the lap, and ten more records are there by then. */
    private void lap(long lengthMs) {
        see(offset, offset + 10);
        nowMs += lengthMs;
        offset += 10;
        see(offset, offset + 10);
    }

    private void see(long readUpTo, long endOffset) {
        catchUp.observe(Optional.of(new ReadStanding(readUpTo, endOffset, nowMs)), nowMs);
    }
}
