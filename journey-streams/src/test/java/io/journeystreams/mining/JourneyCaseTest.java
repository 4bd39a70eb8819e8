package io.journeystreams.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class JourneyCaseTest {

    private static final Move FIRST = AMove.of("1").at(9).to("AWARENESS", 0);
    private static final Move SECOND = AMove.of("2").at(8).from("AWARENESS", "DECISION", 100);
    private static final Move THIRD = AMove.of("3").at(7).from("DECISION", "CONSIDERATION", 100);
    private static final Move GOAL = AMove.of("4").at(6).reaching("CONSIDERATION", "PURCHASE", 200);
    private static final Move SILENCE = AMove.of("5").at(6).from("CONSIDERATION", "DISCONTINUED", 300);

    @Test
    void movesAreInTheOrderInWhichTheyHappened() {
        assertThat(mission(GOAL, SECOND, FIRST).moves()).containsExactly(FIRST, SECOND, GOAL);
    }

    @Test
    void atTheSameTimeOneMoveBeginsWhereTheOtherEnds() {
        assertThat(mission(THIRD, GOAL, SECOND, FIRST).moves()).containsExactly(FIRST, SECOND, THIRD, GOAL);
        assertThat(mission(FIRST, THIRD, SECOND, GOAL).moves()).containsExactly(FIRST, SECOND, THIRD, GOAL);
    }

    @Test
    void whatFitsBetterDoesNotGoBeforeWhatWasEarlier() {
        Move unfitting = AMove.of("x").at(1).from("ELSEWHERE", "DECISION", 50);

        assertThat(mission(FIRST, SECOND, unfitting).moves()).containsExactly(FIRST, unfitting, SECOND);
    }

    @Test
    void whatDoesNotFitIsInTheOrderOfTelling() {
        Move one = AMove.of("1").at(1).from("A", "B", 0);
        Move other = AMove.of("2").at(2).from("X", "Y", 0);

        assertThat(mission(other, one).moves()).containsExactly(one, other);
    }

    @Test
    void aMissionEndsWithItsGoalOrInSilence() {
        assertThat(mission(FIRST, SECOND, THIRD, GOAL).ended()).contains(true);
        assertThat(mission(FIRST, SECOND, THIRD, SILENCE).ended()).contains(true);
        assertThat(mission(FIRST, SECOND, THIRD).ended()).contains(false);
        assertThat(lifecycle(FIRST, SECOND, THIRD, GOAL).ended()).isEqualTo(Optional.empty());
    }

    @Test
    void whatBeginsAfterSomethingBeganBeforeTheLog() {
        assertThat(mission(FIRST, SECOND).isStartKnown()).isTrue();
        assertThat(mission(SECOND, THIRD).isStartKnown()).isFalse();
    }

    @Test
    void theKeyOfAProfileIsNotItsName() {
        Move ofProfile = AMove.of("7d1f").in("c:4711").stated();

        assertThat(lifecycle(ofProfile).name()).isEqualTo("7d1f");
        assertThat(mission(AMove.of("7d1f").in("m-1").stated()).name()).isEqualTo("m-1");
    }

    private static JourneyCase mission(Move... moves) {
        return JourneyCase.of(CaseLayer.MISSION, Arrays.asList(moves));
    }

    private static JourneyCase lifecycle(Move... moves) {
        return JourneyCase.of(CaseLayer.LIFECYCLE, List.of(moves));
    }
}
