package io.journeystreams.domain.abandonment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.journeystreams.domain.abandonment.AlertOutput.State;
import io.journeystreams.domain.abandonment.Trial.Group;
import org.junit.jupiter.api.Test;

class TrialTest {

    @Test
    void theLiftIsTheDifferenceOfTheTwoShares() {
        // given
        Trial trial = new Trial(200, 30, 50, 5);

        // then
        assertThat(trial.remindedRate()).hasValue(0.15);
        assertThat(trial.withheldRate()).hasValue(0.1);
        assertThat(trial.lift().orElseThrow()).isEqualTo(0.05, within(1e-9));
    }

    @Test
    void withoutAControlGroupThereIsNoLift() {
        assertThat(new Trial(200, 30, 0, 0).lift()).isEmpty();
        assertThat(Trial.NONE.remindedRate()).isEmpty();
    }

    @Test
    void anAlertThatAPurchaseTookBackInTimeIsNoTrial() {
        assertThat(Trial.of(Group.REMINDED, State.RETRACTED, Reason.LATE_PURCHASE))
                .isEqualTo(Trial.NONE);
        assertThat(Trial.of(Group.REMINDED, State.RETRACTED, Reason.EMPTIED)).isEqualTo(new Trial(1, 0, 0, 0));
        assertThat(Trial.of(Group.WITHHELD, State.RECOVERED, Reason.NONE)).isEqualTo(new Trial(0, 0, 1, 1));
        assertThat(Trial.of(Group.NEITHER, State.RECOVERED, Reason.NONE)).isEqualTo(Trial.NONE);
    }
}
