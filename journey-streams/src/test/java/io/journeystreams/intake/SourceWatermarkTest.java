package io.journeystreams.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.time.ClockPolicy;
import io.journeystreams.intake.SourceWatermark.Mark;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceWatermarkTest {

    private static final long GRACE_MS = 120_000;
    private static final long IDLE_AFTER_MS = 10_000;
    private static final long NOW = 1_000_000_000;
    private static final ClockPolicy POLICY = new ClockPolicy(
            Duration.ofMillis(GRACE_MS), Duration.ofMillis(IDLE_AFTER_MS), Duration.ofMinutes(5), Duration.ofDays(3));

    private final SourceWatermark watermark = new SourceWatermark(POLICY, NOW);

    @Test
    void followsTheHighestTimeSeenMinusGrace() {
        watermark.onAccepted(5_000_000, NOW);
        watermark.onAccepted(4_000_000, NOW);
        assertThat(next(NOW)).hasValue(5_000_000 - GRACE_MS);
    }

    @Test
    void isSentAtMostOnceASecondAndOnlyWhenItAdvanced() {
        watermark.onAccepted(5_000_000, NOW);
        assertThat(next(NOW)).isPresent();
        watermark.onAccepted(5_000_001, NOW + 999);
        assertThat(next(NOW + 999)).isEmpty();
        assertThat(next(NOW + 1_000)).hasValue(5_000_001 - GRACE_MS);
        watermark.onAccepted(5_000_001, NOW + 2_000);
        assertThat(next(NOW + 2_000)).isEmpty();
    }

    @Test
    void silentSourceFollowsTheWallClockOnceItIsFullyRead() {
        assertThat(next(NOW + IDLE_AFTER_MS - 1)).isEmpty();
        assertThat(watermark.next(NOW + IDLE_AFTER_MS, Optional::empty)).isEmpty();
        assertThat(watermark.next(NOW + IDLE_AFTER_MS + 1_000, () -> Optional.of(standing(9, 10, NOW))))
                .isEmpty();
        assertThat(next(NOW + IDLE_AFTER_MS + 2_000)).hasValue(NOW + IDLE_AFTER_MS + 2_000 - GRACE_MS);
        assertThat(next(NOW + IDLE_AFTER_MS + 3_000)).hasValue(NOW + IDLE_AFTER_MS + 3_000 - GRACE_MS);
    }

    @Test
    void silentSourceGoesNoFurtherThanTheTimeAtWhichItWasKnownToBeRead() {
        long asked = NOW + IDLE_AFTER_MS - 700;
        assertThat(watermark.next(NOW + IDLE_AFTER_MS, () -> Optional.of(standing(10, 10, asked))))
                .map(Mark::timeMs)
                .hasValue(asked - GRACE_MS);
    }

    @Test
    void sourceThatIsNotSilentDoesNotFollowTheWallClock() {
        watermark.onAccepted(5_000_000, NOW + 5_000);
        assertThat(next(NOW + 5_000 + IDLE_AFTER_MS - 1)).hasValue(5_000_000 - GRACE_MS);
    }

    @Test
    void saysWhenItHasCaughtUpEvenWhereTimeStandsStill() {
        watermark.onAccepted(5_000_000, NOW);
        assertThat(watermark.next(NOW, () -> Optional.of(standing(3, 10, NOW))))
                .hasValue(new Mark(5_000_000 - GRACE_MS, false));
        assertThat(watermark.next(NOW + 1_000, () -> Optional.of(standing(10, 20, NOW + 900))))
                .hasValue(new Mark(5_000_000 - GRACE_MS, true));
    }

    @Test
    void rejectedRecordEndsTheSilenceAndMovesNothing() {
        watermark.onRejected(NOW + 9_000);
        assertThat(next(NOW + 10_000)).isEmpty();
        assertThat(next(NOW + 19_000)).hasValue(NOW + 19_000 - GRACE_MS);
    }

    @Test
    void neverGoesBackWhenOldEventsArriveAfterSilence() {
        assertThat(next(NOW + IDLE_AFTER_MS)).isPresent();
        watermark.onAccepted(5_000_000, NOW + IDLE_AFTER_MS + 5_000);
        assertThat(next(NOW + IDLE_AFTER_MS + 5_000)).isEmpty();
    }

    @Test
    void sourceThatIsAheadOfTheWallClockIsNotPulledBackBySilence() {
        watermark.onAccepted(NOW + 60_000, NOW);
        assertThat(next(NOW)).hasValue(NOW + 60_000 - GRACE_MS);
        assertThat(next(NOW + IDLE_AFTER_MS)).isEmpty();
    }

    @Test
    void hostClockThatIsSetBackStopsNothing() {
        watermark.onAccepted(5_000_000, NOW);
        assertThat(next(NOW)).isPresent();
        long back = NOW - 600_000;
        watermark.onAccepted(6_000_000, back);
        assertThat(next(back)).isEmpty();
        assertThat(next(back + 1_000)).hasValue(6_000_000 - GRACE_MS);
        assertThat(next(back + IDLE_AFTER_MS)).hasValue(back + IDLE_AFTER_MS - GRACE_MS);
    }

    private Optional<Long> next(long nowMs) {
        return watermark.next(nowMs, () -> Optional.of(standing(10, 10, nowMs))).map(Mark::timeMs);
    }

    private static ReadStanding standing(long readUpTo, long endOffset, long asOfMs) {
        return new ReadStanding(readUpTo, endOffset, asOfMs);
    }
}
