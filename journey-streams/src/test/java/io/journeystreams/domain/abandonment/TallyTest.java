package io.journeystreams.domain.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every arming ends in exactly one outcome (rule A1). */
class TallyTest {

    private static final Tally SUM =
            new Tally(10, 3, Map.of(DisarmReason.BOUGHT, 2L, DisarmReason.EMPTIED, 1L), 4, 5, new Trial(4, 3, 2, 1));

    @Test
    void countsAreConservedWhenEveryArmingIsAccountedFor() {
        assertThat(SUM.isConserved()).isTrue();
        assertThat(SUM.plus(Tally.ofArmed()).isConserved()).isFalse();
        assertThat(SUM.plus(Tally.ofArmed()).plus(Tally.ofAbandoned()).isConserved())
                .isTrue();
        assertThat(SUM.plus(Tally.ofArmed())
                        .plus(Tally.ofDisarmed(DisarmReason.BOT))
                        .isConserved())
                .isTrue();
        assertThat(SUM.plus(Tally.ofArmed()).plus(Tally.ofOpen(1)).isConserved())
                .isTrue();
    }

    @Test
    void whatIsErasedIsNotOpenAnyMore() {
        // when
        Tally erased = SUM.plus(Tally.ofErased(SUM));

        // then
        assertThat(erased.open()).isZero();
        assertThat(erased.disarmed(DisarmReason.ERASED)).isEqualTo(4);
        assertThat(erased.isConserved()).isTrue();
    }

    @Test
    void whatIsTakenAwayAgainWasNeverThere() {
        assertThat(SUM.plus(SUM).minus(SUM)).isEqualTo(SUM);
        assertThat(SUM.minus(SUM)).isEqualTo(Tally.ZERO);
        assertThat(SUM.plus(SUM))
                .isEqualTo(new Tally(
                        20,
                        6,
                        Map.of(DisarmReason.BOUGHT, 4L, DisarmReason.EMPTIED, 2L),
                        8,
                        10,
                        new Trial(8, 6, 4, 2)));
    }
}
