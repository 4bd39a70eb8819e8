package io.journeystreams.domain.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.stage.Lifecycle.FirstTouch;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Where a customer stood at a time, and where one stands who was taken for two (rules G7, I6). */
class StagesTest {

    private static final StageModel MODEL = SixStage.model();

    private static final Transition BEGUN = moved(Layer.MISSION, Optional.empty(), "AWARENESS", 10);
    private static final Transition CONSIDERED = moved(Layer.MISSION, Optional.of("AWARENESS"), "CONSIDERATION", 20);
    private static final Transition DECIDED = moved(Layer.MISSION, Optional.of("CONSIDERATION"), "DECISION", 30);
    private static final Transition KNOWN = moved(Layer.LIFECYCLE, Optional.empty(), "CONSIDERATION", 20);

    @Test
    void stageAtATimeIsThatOfTheLastTransitionUntilThen() {
        // given
        Stages stages = stages(BEGUN, CONSIDERED, KNOWN, DECIDED);

        // then
        assertThat(stages.stageAt(Layer.MISSION, 9, MODEL)).isEmpty();
        assertThat(stages.stageAt(Layer.MISSION, 10, MODEL)).contains("AWARENESS");
        assertThat(stages.stageAt(Layer.MISSION, 20, MODEL)).contains("CONSIDERATION");
        assertThat(stages.stageAt(Layer.MISSION, 29, MODEL)).contains("CONSIDERATION");
        assertThat(stages.stageAt(Layer.MISSION, 99, MODEL)).contains("DECISION");
        assertThat(stages.stageAt(Layer.LIFECYCLE, 19, MODEL)).isEmpty();
        assertThat(stages.stageAt(Layer.LIFECYCLE, 99, MODEL)).contains("CONSIDERATION");
    }

    @Test
    void beforeTheEarliestTransitionThatIsKnownItWasWhereThatOneStarted() {
        assertThat(stages(DECIDED).stageAt(Layer.MISSION, 29, MODEL)).contains("CONSIDERATION");
    }

    @Test
    void withoutTransitionsOfTheLayerItIsWhereItIsNow() {
        // given
        Mission mission = Mission.start(mark("m1"), 2, Gathered.NOTHING, event("m1", 10));
        Lifecycle lifecycle = Lifecycle.NONE.at("PURCHASE", 3, 10, 3);

        // then
        assertThat(Stages.NONE.with(mission).with(KNOWN).stageAt(Layer.MISSION, 99, MODEL))
                .contains("DECISION");
        assertThat(Stages.NONE.with(lifecycle).with(BEGUN).stageAt(Layer.LIFECYCLE, 99, MODEL))
                .contains("PURCHASE");
    }

    @Test
    void stagesSeenAreThoseOfMissionsFromTheOneAtTheStartToTheEnd() {
        // given
        Stages stages =
                stages(BEGUN, KNOWN, CONSIDERED, DECIDED, moved(Layer.LIFECYCLE, Optional.empty(), "PURCHASE", 25));

        // then
        assertThat(stages.seenBetween(15, 25, MODEL)).containsExactly("AWARENESS", "CONSIDERATION");
        assertThat(stages.seenBetween(20, 30, MODEL)).containsExactly("CONSIDERATION", "DECISION");
        assertThat(stages.seenBetween(0, 9, MODEL)).isEmpty();
        assertThat(stages.seenBetween(31, 40, MODEL)).containsExactly("DECISION");
    }

    @Test
    void ofTwoMissionsUnderWayTheOneTouchedLaterGoesOn() {
        // given
        Mission early = Mission.start(mark("m1"), 1, Gathered.NOTHING, event("m1", 10));
        Mission late = Mission.start(mark("m2"), 2, Gathered.NOTHING, event("m2", 20));
        Mission backAgain = early.at(1, 30, Direction.REENTRY);

        // then
        assertThat(early.union(late)).isEqualTo(late.union(early));
        assertThat(early.union(late).mark()).isEqualTo(late.mark());
        assertThat(early.union(late).hasVisited(1)).isTrue();
        assertThat(early.union(late).hasVisited(2)).isTrue();
        assertThat(early.union(late).hasVisited(3)).isFalse();
        assertThat(backAgain.union(late).reentries()).isOne();
    }

    @Test
    void ofTwoMissionsTouchedAtOnceTheOrderOfTheTwoDoesNotMatter() {
        // given
        Mission one = Mission.start(mark("m1"), 1, Gathered.NOTHING, event("m1", 10));
        Mission other = Mission.start(mark("m2"), 2, Gathered.NOTHING, event("m2", 10));

        // then
        assertThat(one.union(other)).isEqualTo(other.union(one));
    }

    @Test
    void ofTwoLifecyclesTheOneThatHasComeFurtherCounts() {
        // given
        Lifecycle further = Lifecycle.NONE.at("PURCHASE", 3, 20, 3);
        Lifecycle later = Lifecycle.NONE.at("DECISION", 2, 30, 3);

        // then
        assertThat(further.union(later)).isEqualTo(later.union(further));
        assertThat(further.union(later).stage()).contains("PURCHASE");
        assertThat(further.union(later).rankBeforeGoal()).isEqualTo(2);
    }

    @Test
    void ofLifecyclesAsFarTheLaterCountsAndAtOneMomentTheOrderOfTheTwoDoesNotMatter() {
        // given
        Lifecycle bought = Lifecycle.NONE.at("PURCHASE", 3, 20, 3);
        Lifecycle left = bought.left(StageModel.LAPSED, 30);
        Lifecycle churned = bought.left(StageModel.CHURNED, 30);

        // then
        assertThat(bought.union(left).stage()).contains(StageModel.LAPSED);
        assertThat(left.union(bought).stage()).contains(StageModel.LAPSED);
        assertThat(left.union(churned)).isEqualTo(churned.union(left));
    }

    @Test
    void theEarlierFirstTouchIsTheFirst() {
        // given
        Lifecycle early = Lifecycle.NONE.touchedThrough(Optional.of(Channel.EMAIL), 10);
        Lifecycle late = Lifecycle.NONE.touchedThrough(Optional.of(Channel.DIRECT), 20);

        // then
        assertThat(late.union(early).firstTouch()).contains(new FirstTouch(Channel.EMAIL, 10));
        assertThat(early.touchedThrough(Optional.of(Channel.DIRECT), 5).firstTouch())
                .contains(new FirstTouch(Channel.EMAIL, 10));
    }

    @Test
    void highestStageBelowTheGoalIsRemembered() {
        assertThat(Lifecycle.NONE
                        .at("DECISION", 2, 10, 3)
                        .at("PURCHASE", 3, 20, 3)
                        .rankBeforeGoal())
                .isEqualTo(2);
        assertThat(Lifecycle.NONE.at("DECISION", 2, 10, -1).rankBeforeGoal()).isEqualTo(2);
    }

    @Test
    void missionsOfTwoProfilesAddUpAndTheLaterGoalIsTheLast() {
        // given
        Stages one = new Stages(Lifecycle.NONE, Optional.empty(), 2, 10, Optional.empty(), List.of(BEGUN));
        Stages other =
                new Stages(Lifecycle.NONE, Optional.empty(), 3, 20, Optional.empty(), List.of(BEGUN, CONSIDERED));

        // then
        assertThat(one.union(other).missions()).isEqualTo(5);
        assertThat(one.union(other).lastGoalAtMs()).isEqualTo(20);
        assertThat(one.union(other).transitions()).containsExactly(BEGUN, CONSIDERED);
    }

    private static Stages stages(Transition... transitions) {
        return new Stages(Lifecycle.NONE, Optional.empty(), 1, Long.MIN_VALUE, Optional.empty(), List.of(transitions));
    }

    /** What is found out sooner is what the causes say. */
    @Test
    void movesOfTheSameCauseAreVersionsOfOneAnother() {
        List<Transition> moves = List.of(
                moved(Layer.MISSION, Optional.of("A"), "B", 1),
                moved(Layer.MISSION, Optional.of("C"), "B", 1),
                moved(Layer.MISSION, Optional.of("A"), "C", 1),
                moved(Layer.MISSION, Optional.of("A"), "B", 2),
                moved(Layer.LIFECYCLE, Optional.of("A"), "B", 1));
        for (Transition move : moves) {
            for (Transition other : moves) {
                assertThat(move.isVersionOf(other))
                        .as("%s, %s", move.cause(), other.cause())
                        .isEqualTo(move.cause().equals(other.cause()));
            }
        }
        assertThat(moves.get(0).isVersionOf(moves.get(1))).isTrue();
    }

    private static JourneyEvent event(String id, long atMs) {
        return EventDraft.of(id, "page_viewed", atMs).event();
    }

    private static MissionMark mark(String startedBy) {
        return new MissionMark(new EventId(startedBy), 1, Optional.empty(), Optional.empty(), Segment.NEW_VISITOR);
    }

    private static Transition moved(Layer layer, Optional<String> from, String to, long atMs) {
        return new Transition(
                layer,
                from,
                to,
                Direction.FORWARD,
                atMs,
                "rule",
                List.of(new EventId("e" + atMs)),
                OptionalLong.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                false,
                Optional.empty(),
                false);
    }
}
