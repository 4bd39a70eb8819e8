package io.journeystreams.load.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The oracle's reading of rules G2 to G8, of what the generator does not play too. Times are seconds. */
class StagesTest {
    private static final long DAY = 86_400;

    @Test
    void twoLooksAreConsiderationAndOneIsNone() {
        assertThat(told(did(0, "product_viewed"), did(7 * DAY + 1, "product_viewed")))
                .containsExactly("0 LIFECYCLE null AWARENESS FORWARD", "0 MISSION null AWARENESS FORWARD");
        assertThat(told(did(0, "product_viewed"), did(7 * DAY, "product_viewed")))
                .contains("604800 MISSION AWARENESS CONSIDERATION FORWARD");
    }

    @Test
    void twoLooksLeadBackFromTheCartAndOneDoesNot() {
        assertThat(told(did(0, "product_added"), did(1, "product_viewed"), did(2, "checkout_started")))
                .containsExactly("0 LIFECYCLE null DECISION SKIP", "0 MISSION null DECISION SKIP");
        assertThat(told(
                        did(0, "product_added"),
                        did(1, "product_viewed"),
                        did(2, "product_viewed"),
                        did(3, "product_added")))
                .endsWith("2 MISSION DECISION CONSIDERATION BACKWARD", "3 MISSION CONSIDERATION DECISION REENTRY");
    }

    @Test
    void aMinuteOfLowerEvidenceLeadsBack() {
        assertThat(told(did(0, "product_added"), did(1, "product_viewed"), did(60, "page_viewed")))
                .hasSize(2);
        assertThat(told(did(0, "product_added"), did(1, "product_viewed"), did(61, "page_viewed")))
                .endsWith("61 MISSION DECISION CONSIDERATION BACKWARD");
    }

    @Test
    void anOrderEndsTheMissionAndTheNextOneBegins() {
        assertThat(told(
                        did(0, "page_viewed"),
                        ordered(1, "o1"),
                        did(2, "page_viewed"),
                        did(1802, "page_viewed"),
                        ordered(1803, "o1"),
                        ordered(1804, "o2")))
                .containsExactly(
                        "0 LIFECYCLE null AWARENESS FORWARD",
                        "0 MISSION null AWARENESS FORWARD",
                        "1 LIFECYCLE AWARENESS PURCHASE SKIP",
                        "1 MISSION AWARENESS PURCHASE SKIP",
                        "1802 MISSION null AWARENESS REENTRY",
                        "1804 LIFECYCLE PURCHASE RETENTION FORWARD",
                        "1804 MISSION AWARENESS PURCHASE SKIP");
    }

    @Test
    void whatIsTooLateMovesNothingAndAnOrderCountsAllTheSame() {
        assertThat(told(late(did(0, "product_added")), late(ordered(1, "o1")), ordered(5 * DAY, "o2")))
                .containsExactly("432000 LIFECYCLE null RETENTION SKIP", "432000 MISSION null PURCHASE SKIP");
    }

    private static List<String> told(Fact... facts) {
        List<String> told = new ArrayList<>();
        for (ExpectedTransition transition : Stages.of("c:c1", List.of(facts))) {
            ExpectedTransition.Content move = transition.content();
            told.add(move.occurredAtMs() / 1000 + " " + move.layer() + " " + move.from() + " " + move.to() + " "
                    + move.direction());
        }
        return told;
    }

    private static Fact did(long second, String type) {
        return fact(second, type, null, false);
    }

    private static Fact ordered(long second, String orderId) {
        return fact(second, "order_placed", orderId, false);
    }

    private static Fact late(Fact fact) {
        return fact(fact.atMs() / 1000, fact.type(), fact.orderId(), true);
    }

    private static Fact fact(long second, String type, @Nullable String orderId, boolean tooLate) {
        long atMs = second * 1000;
        return new Fact(
                "e" + second,
                type,
                atMs,
                atMs,
                tooLate,
                false,
                "d1",
                "web",
                "c1",
                null,
                null,
                orderId,
                List.of(),
                Map.of());
    }
}
