package io.journeystreams.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DurationsTest {

    private static final double[] SHARES = {0.001, 0.5, 0.9, 0.99, 1};
    private static final double ROUNDING_MS = 1;

    @Test
    void quantilesAreTrueToTheNearestRankWithinTwoPercent() {
        for (int size : new int[] {1, 2, 3, 10, 99, 100, 101, 5_000}) {
            // given
            Random random = new Random(size);
            long[] waits = random.doubles(size, 0, Math.log(30L * 24 * 3_600_000))
                    .mapToLong(log -> Math.round(Math.exp(log)))
                    .sorted()
                    .toArray();

            // when
            long[] quantiles = of(waits).quantilesMs(SHARES);

            // then
            for (int i = 0; i < SHARES.length; i++) {
                double exact = waits[(int) Math.ceil(SHARES[i] * size) - 1];
                assertThat((double) quantiles[i])
                        .as("share %s of %s", SHARES[i], size)
                        .isCloseTo(exact, within(exact * Durations.ACCURACY + ROUNDING_MS));
            }
        }
    }

    @Test
    void whatIsTakenOutWasNeverThere() {
        // given
        Random random = new Random(7);
        long[] stays = random.longs(500, 0, 86_400_000).toArray();
        long[] goes = random.longs(500, 0, 86_400_000).toArray();
        Durations durations = of(stays);

        // when
        Arrays.stream(goes).forEach(ms -> durations.add(ms, -1));
        Arrays.stream(goes).forEach(ms -> durations.add(ms, 1));

        // then
        assertThat(durations.bins()).isEqualTo(of(stays).bins());
    }

    @Test
    void aPartThatTakesOutMoreThanItCountedIsRightInTheWhole() {
        // given
        Durations whole = of(1_000, 2_000, 3_000);
        Durations part = new Durations();
        part.add(1_000, -1);

        // when
        assertThat(part.quantilesMs(SHARES)).isEmpty();
        whole.add(part);

        // then
        assertThat(whole.bins()).isEqualTo(of(2_000, 3_000).bins());
    }

    @Test
    void nothingAndNoTimeAtAll() {
        assertThat(new Durations().quantilesMs(SHARES)).isEmpty();
        assertThat(new Durations().isEmpty()).isTrue();
        assertThat(of(0, 0).quantilesMs(0.5, 1)).containsExactly(1, 1);
        assertThat(of(-5).quantilesMs(0.5)).containsExactly(1);
        assertThat(of(Long.MAX_VALUE).quantilesMs(1)[0]).isGreaterThan(Long.MAX_VALUE / 100 * 97);
    }

    private static Durations of(long... waits) {
        Durations durations = new Durations();
        Arrays.stream(waits).forEach(ms -> durations.add(ms, 1));
        return durations;
    }
}
