package io.journeystreams.domain.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.stage.EvidenceRule.EventPattern;
import io.journeystreams.domain.stage.EvidenceRule.Events;
import io.journeystreams.domain.stage.Gathered.Goals;
import io.journeystreams.domain.stage.Gathered.Piece;
import io.journeystreams.domain.stage.StageModel.Goal;
import io.journeystreams.domain.stage.StageModel.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Evidence is counted until there is enough, and no more of it is kept (rule G2). */
class GatheredTest {

    private static final Duration WITHIN = Duration.ofMillis(100);
    private static final StageModel MODEL = new StageModel(
            "test",
            List.of(
                    new Stage("FIRST", Layer.OF_STAGES, List.of()),
                    new Stage(
                            "SECOND",
                            Layer.OF_STAGES,
                            List.of(
                                    new Events("three", List.of(EventPattern.of("page_viewed")), 3, WITHIN),
                                    new Events("two", List.of(EventPattern.of("product_viewed")), 2, WITHIN)))),
            new Goal(Set.of("order_placed"), Optional.empty()),
            Map.of(),
            Set.of());

    @Test
    void evidenceIsCompleteWhenThereIsEnoughInTime() {
        // given
        Gathered two = after(view("a", 0), view("b", 50));

        // then
        assertThat(read(two, view("c", 100)).complete().map(Gathered.Hit::evidence))
                .contains(List.of(new EventId("a"), new EventId("b"), new EventId("c")));
        assertThat(read(two, view("c", 101)).complete()).isEmpty();
        assertThat(read(two, view("c", 101)).touched().map(Gathered.Hit::rank)).contains(1);
    }

    @Test
    void oneFewerThanItTakesIsKeptOfEachRuleTheLatest() {
        assertThat(after(view("a", 0), look("x", 10), view("b", 20), look("y", 30), view("c", 40)))
                .isEqualTo(
                        new Gathered(List.of(piece("three", "b", 20), piece("two", "y", 30), piece("three", "c", 40))));
    }

    @Test
    void evidenceOfTwoProfilesIsCountedTogetherInTheOrderOfEvents() {
        // given
        Gathered one = new Gathered(List.of(piece("three", "a", 0), piece("three", "c", 20)));
        Gathered other = new Gathered(List.of(piece("three", "a", 0), piece("three", "b", 20), piece("two", "x", 5)));
        Gathered both = new Gathered(List.of(
                piece("three", "a", 0), piece("two", "x", 5), piece("three", "b", 20), piece("three", "c", 20)));

        // then
        assertThat(one.union(other)).isEqualTo(both);
        assertThat(other.union(one)).isEqualTo(both);
    }

    @Test
    void noMoreIsKeptOfARuleThanAnyRuleTakes() {
        // given
        Gathered one = new Gathered(
                List.of(piece("r", "1", 1), piece("r", "2", 2), piece("other", "0", 0), piece("r", "3", 3)));
        Gathered other = new Gathered(List.of(piece("r", "4", 4), piece("r", "5", 5), piece("r", "6", 6)));

        // then
        assertThat(one.union(other).pieces())
                .containsExactly(
                        piece("other", "0", 0),
                        piece("r", "2", 2),
                        piece("r", "3", 3),
                        piece("r", "4", 4),
                        piece("r", "5", 5),
                        piece("r", "6", 6));
    }

    private static Gathered after(JourneyEvent... events) {
        Gathered next = Gathered.NOTHING;
        for (JourneyEvent event : events) {
            next = read(next, event).gathered();
        }
        return next;
    }

    private static Gathered.Reading read(Gathered before, JourneyEvent event) {
        return before.read(MODEL, Layer.MISSION, event, new Goals(false, 0));
    }

    private static JourneyEvent view(String id, long atMs) {
        return EventDraft.of(id, "page_viewed", atMs).event();
    }

    private static JourneyEvent look(String id, long atMs) {
        return EventDraft.of(id, "product_viewed", atMs).event();
    }

    private static Piece piece(String rule, String event, long atMs) {
        return new Piece(rule, new EventId(event), atMs);
    }
}
