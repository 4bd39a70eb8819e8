package io.journeystreams.load.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.StageTransitionEvent;
import io.journeystreams.contracts.TransitionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Transitions that are wrong in one way each. The customer looks, and puts a mug into the cart a second later. */
class TransitionsTest {
    private static final Instant BEGINNING = Instant.parse("2026-03-01T10:00:00Z");

    private final List<InputRecord> log =
            List.of(click(0, "page_viewed", List.of()), click(1, "product_added", List.of(mug())));
    private final List<StageTransitionEvent> right =
            ToldStages.ofALookAndACart(BEGINNING).told();
    private final StageTransitionEvent last = right.get(3);

    @Test
    void whatMustBeToldIsNoDifference() {
        assertThat(stageDifferences(right)).isEmpty();
    }

    @Test
    void aTransitionThatWasNotToldIsMissing() {
        assertThat(stageDifferences(right.subList(0, 3))).containsExactly("TransitionMissing");
    }

    @Test
    void aTransitionThatDidNotHappenIsNotExpected() {
        List<StageTransitionEvent> more =
                ToldStages.ofALookAndACart(BEGINNING).thenAnOrder(1, "e1").told();
        assertThat(stageDifferences(more)).containsExactly("TransitionNotExpected", "TransitionNotExpected");
    }

    @Test
    void aTransitionFromAnotherStageIsNotTheOneExpected() {
        assertThat(stageDifferences(withLast(move -> move.setFrom("CONSIDERATION"))))
                .containsExactlyInAnyOrder("TransitionMissing", "TransitionNotExpected");
    }

    @Test
    void aTransitionAtAnotherTimeIsNotTheOneExpected() {
        assertThat(stageDifferences(withLast(move -> move.setOccurredAt(BEGINNING))))
                .containsExactlyInAnyOrder("TransitionMissing", "TransitionNotExpected");
    }

    @Test
    void aTransitionOfSomebodyElseIsMissing() {
        assertThat(stageDifferences(withLast(move -> move.setProfile("c:c2")))).containsExactly("TransitionMissing");
    }

    @Test
    void aTransitionThatWasTakenBackIsMissing() {
        StageTransitionEvent retracted = StageTransitionEvent.newBuilder(last)
                .setRevision(2)
                .setState(TransitionState.RETRACTED)
                .build();
        assertThat(stageDifferences(and(right, retracted))).containsExactly("TransitionMissing");
    }

    @Test
    void aTransitionThatTookThePlaceOfAnotherStandsForIt() {
        // given
        StageTransitionEvent wrong = StageTransitionEvent.newBuilder(last)
                .setTransitionId("wrong")
                .setEvidence(List.of("e0"))
                .build();
        StageTransitionEvent instead = StageTransitionEvent.newBuilder(last)
                .setState(TransitionState.CORRECTED)
                .setSupersedes(List.of("wrong"))
                .build();
        StageTransitionEvent broughtBack = StageTransitionEvent.newBuilder(wrong)
                .setRevision(2)
                .setState(TransitionState.CORRECTED)
                .setSupersedes(List.of(last.getTransitionId()))
                .build();

        // then
        List<StageTransitionEvent> corrected = and(and(right.subList(0, 3), wrong), instead);
        assertThat(stageDifferences(corrected)).isEmpty();
        assertThat(stageDifferences(and(corrected, broughtBack)))
                .containsExactlyInAnyOrder("TransitionMissing", "TransitionNotExpected");
    }

    @Test
    void aTransitionThatWasToldTwiceHasARevisionTwice() {
        assertThat(stageDifferences(and(right, last))).containsExactly("EachRevisionOnce");
    }

    private List<String> stageDifferences(List<StageTransitionEvent> told) {
        Oracle oracle = new Oracle(ShopRules.compressed(), List.of());
        return oracle.compare(log, new Published(List.of(), List.of(), List.of(), told)).differences().stream()
                .map(Difference::invariant)
                .filter(name -> name.startsWith("Transition") || name.equals("EachRevisionOnce"))
                .toList();
    }

    private List<StageTransitionEvent> withLast(UnaryOperator<StageTransitionEvent.Builder> change) {
        return and(
                right.subList(0, 3),
                change.apply(StageTransitionEvent.newBuilder(last)).build());
    }

    private static List<StageTransitionEvent> and(List<StageTransitionEvent> some, StageTransitionEvent one) {
        List<StageTransitionEvent> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }

    private static InputRecord click(int second, String type, List<Line> lines) {
        Instant at = BEGINNING.plusSeconds(second);
        ClickstreamEvent event = ClickstreamEvent.newBuilder()
                .setEventId("e" + second)
                .setType(type)
                .setOccurredAt(at)
                .setAnonymousId("d1")
                .setCustomerId("c1")
                .setLines(lines)
                .build();
        return new InputRecord("clickstream.events", 0, second, at.toEpochMilli(), event);
    }

    private static Line mug() {
        return Line.newBuilder().setProductId("mug").setQuantity(1).build();
    }
}
