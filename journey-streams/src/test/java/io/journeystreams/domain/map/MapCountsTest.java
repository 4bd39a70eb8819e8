package io.journeystreams.domain.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.abandonment.About;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.Alert.CheckoutProgress;
import io.journeystreams.domain.abandonment.Alert.Visit;
import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.abandonment.AlertLedger;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.AlertStatus;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.PublishedAlert;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.abandonment.Standing;
import io.journeystreams.domain.abandonment.SubjectKey;
import io.journeystreams.domain.abandonment.Trial;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ChurnKind;
import io.journeystreams.domain.churn.ChurnReason;
import io.journeystreams.domain.churn.ChurnScore;
import io.journeystreams.domain.churn.ToldAlert;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.fact.Told;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.moment.Moment.ContactFigures;
import io.journeystreams.domain.profile.ToldFacts;
import io.journeystreams.domain.service.Friction;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Direction;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.Segment;
import io.journeystreams.domain.stage.Transition;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MapCountsTest {

    private static final long T = 1_772_000_000_000L;
    private static final EventId FIRST = new EventId("e1");
    private static final Optional<Money> FORTY = Optional.of(Money.of("40.00", "EUR"));
    private static final MissionMark MARK =
            new MissionMark(FIRST, 2, Optional.of(Channel.EMAIL), Optional.of("ios"), Segment.CUSTOMER);
    private static final MapSlice BEGAN = new MapSlice("email", "app", "customer");

    @Test
    void aMoveIsAnEdgeInTheSliceThatTheMissionBeganIn() {
        assertThat(MapCounts.of(move(Layer.MISSION, "A", "B", Direction.FORWARD, false)))
                .containsExactly(edge("A", "B", 41_000, false));
    }

    @Test
    void aGoalIsAnEdgeAndOneMoreToTheEnd() {
        assertThat(MapCounts.of(move(Layer.MISSION, "A", "B", Direction.FORWARD, true)))
                .containsExactly(
                        edge("A", "B", 41_000, false),
                        MapCount.of(T, BEGAN, MapSeries.MISSION, "B", "*").worth(FORTY));
        assertThat(MapCounts.of(move(Layer.LIFECYCLE, "A", "B", Direction.FORWARD, true)))
                .hasSize(1);
    }

    @Test
    void aMissionThatFellSilentEndsNowhere() {
        assertThat(MapCounts.of(move(Layer.MISSION, "A", "DISCONTINUED", Direction.LAPSE, false)))
                .containsExactly(edge("A", "", 41_000, false));
    }

    @Test
    void theWayBackAndTheSameAgainAreLoopsAndTheEndIsNone() {
        assertThat(isLoop("A", "B", Direction.BACKWARD)).isTrue();
        assertThat(isLoop("A", "B", Direction.REENTRY)).isTrue();
        assertThat(isLoop("A", "B", Direction.SKIP)).isFalse();
        assertThat(isLoop("", "B", Direction.REENTRY)).isFalse();
        assertThat(isLoop("B", "COMPLETED", Direction.REENTRY)).isFalse();
    }

    @Test
    void whatStandsOutsideAMissionIsInTheSliceOfItsOwnEvent() {
        Transition move = move(Layer.LIFECYCLE, "", "A", Direction.FORWARD, false);
        Transition alone = new Transition(
                move.layer(),
                move.from(),
                move.to(),
                move.direction(),
                T,
                "rule",
                move.evidence(),
                OptionalLong.empty(),
                1,
                Optional.empty(),
                Optional.of(Channel.DIRECT),
                Optional.of("fridge"),
                Optional.empty(),
                true,
                false,
                false,
                Optional.empty(),
                false);

        assertThat(MapCounts.of(alone))
                .extracting(MapCount::slice)
                .containsExactly(new MapSlice("direct", "other", "new_visitor"));
    }

    @Test
    void frictionIsCountedByStageAndKind() {
        Friction friction = new Friction(
                Friction.Kind.PAYMENT_FAILED,
                T,
                FIRST,
                FORTY,
                Optional.of("DECISION"),
                Optional.of(MARK),
                Optional.of(Channel.DIRECT),
                Optional.of("desktop"),
                Optional.empty(),
                1,
                false);

        assertThat(MapCounts.of(friction))
                .containsExactly(MapCount.of(T, BEGAN, MapSeries.FRICTION, "DECISION", "PAYMENT_FAILED")
                        .worth(FORTY));
    }

    @Test
    void aContactCountsItsEndItsWaitAndItsHandling() {
        assertThat(MapCounts.of(moment(Moment.Kind.CONTACT_ENDED, 60_000, 30_000, false)))
                .containsExactly(contact("ENDED", 60_000), contact("HANDLED", 30_000));
        assertThat(MapCounts.of(moment(Moment.Kind.CONTACT_ENDED, 60_000, -1, true)))
                .containsExactly(contact("ENDED", 60_000), contact("ABANDONED", -1));
        assertThat(MapCounts.of(moment(Moment.Kind.PROMISE_BREACHED, 60_000, -1, false)))
                .containsExactly(contact("PROMISE_BREACHED", -1));
    }

    @Test
    void otherMomentsAreNoPartOfTheMap() {
        Moment moment = new Moment(
                Moment.Kind.THANK_YOU,
                T,
                FIRST,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);

        assertThat(MapCounts.of(moment)).isEmpty();
    }

    @Test
    void anAlertIsCountedAsFiredAndByWhatBecameOfIt() {
        MapCount fired = alertCount("FIRED");
        assertThat(MapCounts.of(alert(AlertOutput.State.ABANDONED))).containsExactly(fired);
        for (AlertOutput.State state :
                List.of(AlertOutput.State.RECOVERED, AlertOutput.State.RETRACTED, AlertOutput.State.EXPIRED)) {
            assertThat(MapCounts.of(alert(state))).containsExactly(fired, alertCount(state.name()));
        }
    }

    @Test
    void aChurnAlertIsCountedByWhereItStands() {
        assertThat(MapCounts.of(churn(Optional.empty(), true))).containsExactly(churnCount("FIRING 1"));
        assertThat(MapCounts.of(churn(
                        Optional.of(new ChurnAlert.Ending(ChurnReason.RECOVERED, T + 1, Optional.empty())), true)))
                .containsExactly(churnCount("CLEARED 1"));
        assertThat(MapCounts.of(churn(Optional.empty(), false))).isEmpty();
    }

    @Test
    void aCorrectionTakesOutWhatItReplacesAndNothingElse() {
        // given
        Transition wrong = move(Layer.MISSION, "A", "B", Direction.FORWARD, false);
        Transition right = move(Layer.MISSION, "C", "B", Direction.BACKWARD, false);
        Transition stays = move(Layer.LIFECYCLE, "A", "B", Direction.FORWARD, false);
        ToldFacts before = told(List.of(new Told<>(wrong, 1, true), new Told<>(stays, 1, true)));

        // when
        List<MapCount> corrected =
                change(before, told(List.of(new Told<>(right, 2, true), new Told<>(stays, 1, true))));
        List<MapCount> retracted =
                change(before, told(List.of(new Told<>(wrong, 1, false), new Told<>(stays, 1, true))));

        // then
        assertThat(corrected).containsExactly(edge("A", "B", 41_000, false).negated(), edge("C", "B", 41_000, true));
        assertThat(retracted).containsExactly(edge("A", "B", 41_000, false).negated());
        assertThat(change(before, before)).isEmpty();
        assertThat(change(ToldFacts.NONE, before)).hasSize(2);
    }

    @Test
    void whatIsTooOldToChangeStaysCounted() {
        ToldFacts before = told(List.of(new Told<>(move(Layer.MISSION, "A", "B", Direction.FORWARD, false), 1, true)));

        assertThat(change(before, told(List.of()))).isEmpty();
    }

    @Test
    void whatBecomesOfAnAlertIsAddedAndTakenOutAgain() {
        AlertLedger open = ledger(AlertOutput.State.ABANDONED);
        AlertLedger recovered = ledger(AlertOutput.State.RECOVERED);

        assertThat(sum(MapChange.between(ToldFacts.NONE, ToldFacts.NONE, open, recovered), "RECOVERED"))
                .isEqualTo(1);
        assertThat(sum(MapChange.between(ToldFacts.NONE, ToldFacts.NONE, recovered, open), "RECOVERED"))
                .isEqualTo(-1);
        assertThat(sum(MapChange.between(ToldFacts.NONE, ToldFacts.NONE, open, recovered), "FIRED"))
                .isZero();
    }

    private static int sum(List<MapCount> counts, String to) {
        return counts.stream()
                .filter(count -> count.line().to().equals(to))
                .mapToInt(MapCount::count)
                .sum();
    }

    private static List<MapCount> change(ToldFacts before, ToldFacts after) {
        return MapChange.between(before, after, AlertLedger.EMPTY, AlertLedger.EMPTY);
    }

    private static ToldFacts told(List<Told<Transition>> transitions) {
        return new ToldFacts(transitions, List.of(), List.of(), List.of(), List.of());
    }

    private static boolean isLoop(String from, String to, Direction direction) {
        return MapCounts.of(move(Layer.MISSION, from, to, direction, false))
                .get(0)
                .isLoop();
    }

    private static Transition move(Layer layer, String from, String to, Direction direction, boolean goalReached) {
        return new Transition(
                layer,
                Optional.of(from).filter(stage -> !stage.isEmpty()),
                to,
                direction,
                T,
                "rule",
                List.of(FIRST),
                OptionalLong.of(41_000),
                1,
                Optional.of(MARK),
                Optional.of(Channel.DIRECT),
                Optional.of("desktop"),
                FORTY,
                true,
                goalReached,
                true,
                Optional.empty(),
                false);
    }

    private static MapCount edge(String from, String to, long waitMs, boolean isLoop) {
        return MapCount.of(T, BEGAN, MapSeries.MISSION, from, to)
                .lasting(OptionalLong.of(waitMs))
                .worth(FORTY)
                .looping(isLoop);
    }

    /** @param handlingMs below zero: there was none */
    private static Moment moment(Moment.Kind kind, long waitMs, long handlingMs, boolean abandoned) {
        return new Moment(
                kind,
                T,
                FIRST,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ContactFigures(
                        "chat", "k1", OptionalLong.of(waitMs), ms(handlingMs), 120_000, abandoned, false)),
                false);
    }

    private static MapCount contact(String what, long ms) {
        return MapCount.of(T, MapSlice.WHOLE, MapSeries.CONTACT, "chat", what).lasting(ms(ms));
    }

    private static OptionalLong ms(long ms) {
        return ms < 0 ? OptionalLong.empty() : OptionalLong.of(ms);
    }

    private static AlertLedger ledger(AlertOutput.State state) {
        return new AlertLedger(List.of(alert(state)), T, Trial.NONE);
    }

    private static PublishedAlert alert(AlertOutput.State state) {
        Alert alert = new Alert(
                new AlertId("a1"),
                new SubjectKey(Kind.CART, "cart"),
                1,
                T - 50,
                T - 40,
                T,
                new About(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), CheckoutProgress.none()),
                List.of(Line.of("A", 4).withUnitPrice(Money.of("10.00", "EUR"))),
                new Visit(Optional.empty(), Optional.empty(), Optional.of("mobile"), Optional.of("newsletter")),
                List.of(),
                true,
                new AlertStatus.Live(),
                List.of());
        return new PublishedAlert(alert, 1, state, Reason.NONE, true, 1, false, Trial.Group.NEITHER, Standing.UNKNOWN);
    }

    private static MapCount alertCount(String what) {
        return MapCount.of(T, new MapSlice("email", "mobile", "unknown"), MapSeries.ALERT, "CART", what)
                .worth(FORTY);
    }

    private static ToldAlert churn(Optional<ChurnAlert.Ending> ending, boolean stands) {
        ChurnScore score = new ChurnScore(0.5, Duration.ZERO, Optional.empty(), List.of(), "signals", "1", FORTY);
        ChurnAlert alert = new ChurnAlert(
                ChurnKind.CONTRACTUAL, FIRST, T, score, Optional.empty(), ending, false, Optional.empty());
        return new ToldAlert(alert, 1, stands, false);
    }

    private static MapCount churnCount(String standing) {
        return MapCount.of(T, MapSlice.WHOLE, MapSeries.CHURN, "CONTRACTUAL", standing)
                .worth(FORTY);
    }
}
