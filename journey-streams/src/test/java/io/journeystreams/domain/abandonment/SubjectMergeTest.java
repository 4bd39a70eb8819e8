package io.journeystreams.domain.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of a subject that two profiles know, the earlier arming and the earlier alert stand for both (rules A9, I6). */
class SubjectMergeTest {

    @Test
    void theEarlierArmingStandsForBothAndTheOtherEnds() {
        // given
        Subject early = Unfinished.armed(Kind.CART, "k1", 10);
        Subject late = Unfinished.armed(Kind.CART, "k1", 20);

        // then
        assertThat(SubjectMerge.of(early, late)).isEqualTo(SubjectMerge.of(late, early));
        assertThat(SubjectMerge.of(early, late).bothWereArmed()).isTrue();
        assertThat(SubjectMerge.of(early, late).subject().arming()).isEqualTo(early.arming());
        assertThat(SubjectMerge.of(early, late).subject().armSeq()).isEqualTo(2);
        assertThat(SubjectMerge.of(early, late).subject().changedAtMs()).isEqualTo(20);
    }

    @Test
    void ofTwoArmedAtOnceOurOwnStands() {
        // given
        Subject one = Unfinished.armed(Kind.CHECKOUT, "t1", 10);
        Subject other = Unfinished.listing(Unfinished.armed(Kind.CHECKOUT, "t1", 10), 1);

        // then
        assertThat(SubjectMerge.of(one, other).subject().about()).isEqualTo(one.about());
        assertThat(SubjectMerge.of(other, one).subject().about()).isEqualTo(other.about());
    }

    @Test
    void oneArmingStandsForBoth() {
        // given
        Subject armed = Unfinished.armed(Kind.CART, "k1", 10);
        Subject idle = Unfinished.idle(Kind.CART, "k1", 20);

        // then
        assertThat(SubjectMerge.of(armed, idle)).isEqualTo(SubjectMerge.of(idle, armed));
        assertThat(SubjectMerge.of(idle, armed).subject().isArmed()).isTrue();
        assertThat(SubjectMerge.of(idle, armed).bothWereArmed()).isFalse();
        assertThat(SubjectMerge.of(idle, idle).bothWereArmed()).isFalse();
    }

    @Test
    void ofTwoAlertsThatStandTheOneArmedEarlierStaysAndTheOtherEndsAsMerged() {
        // given
        Alert early = Unfinished.alert(Kind.CART, "k1", 10);
        Alert late = Unfinished.alert(Kind.CART, "k1", 20);

        // when
        SubjectMerge merge = SubjectMerge.at(500, Unfinished.alerted(late), Unfinished.alerted(early));

        // then
        assertThat(merge.subject().alerts().last()).contains(early);
        assertThat(merge.past()).containsExactly(late.withStatus(new AlertStatus.Retracted(500, Reason.MERGED)));
    }

    @Test
    void alertThatWasNotOutYetEndsAtItsDeadline() {
        // given
        Alert early = Unfinished.alert(Kind.CART, "k1", 10);
        Alert late = Unfinished.alert(Kind.CART, "k1", 20);

        // when
        SubjectMerge merge = SubjectMerge.of(Unfinished.alerted(early), Unfinished.alerted(late));

        // then
        assertThat(merge.past())
                .containsExactly(late.withStatus(new AlertStatus.Retracted(late.deadlineMs(), Reason.MERGED)));
    }

    @Test
    void alertThatStandsComesBeforeOneThatHasEnded() {
        // given
        Alert expired = Unfinished.alert(Kind.CART, "k1", 10)
                .withStatus(new AlertStatus.Expired(200, Reason.RECOVERY_WINDOW_OVER));
        Alert live = Unfinished.alert(Kind.CART, "k1", 20);

        // when
        SubjectMerge merge = SubjectMerge.at(500, Unfinished.alerted(expired), Unfinished.alerted(live));

        // then
        assertThat(merge.subject().alerts().last()).contains(live);
        assertThat(merge.past()).containsExactly(expired);
    }

    @Test
    void ofAlertsArmedAtOnceTheOrderOfTheTwoDoesNotMatter() {
        // given
        Alert one = Unfinished.alert(Kind.CART, "k1", 10);
        Alert other = Unfinished.alert(Kind.CART, "k2", 10);

        // then
        assertThat(last(SubjectMerge.of(Unfinished.alerted(one), Unfinished.alerted(other))))
                .isEqualTo(last(SubjectMerge.of(Unfinished.alerted(other), Unfinished.alerted(one))));
    }

    @Test
    void bothAreCountedAndTheLinkOfEitherWasFollowed() {
        // given
        Subject one = Unfinished.alerted(Unfinished.alert(Kind.CART, "k1", 10));
        Subject followed = one.with(one.alerts().followedLink());
        Subject later = Unfinished.alerted(Unfinished.alert(Kind.CART, "k1", 20));

        // then
        assertThat(SubjectMerge.of(one, later).subject().alerts().count()).isEqualTo(2);
        assertThat(SubjectMerge.of(later, one).subject().alerts().lastAtMs()).isEqualTo(120);
        assertThat(SubjectMerge.of(one, later).subject().alerts().linkFollowed())
                .isFalse();
        assertThat(SubjectMerge.of(followed, later).subject().alerts().linkFollowed())
                .isTrue();
        assertThat(SubjectMerge.of(later, followed).subject().alerts().linkFollowed())
                .isTrue();
    }

    private static AlertId last(SubjectMerge merge) {
        return merge.subject().alerts().last().orElseThrow().id();
    }
}
