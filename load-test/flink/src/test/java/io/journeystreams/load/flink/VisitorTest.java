package io.journeystreams.load.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitorTest {

    private static final long MINUTE = 60_000;
    private static final long NOTHING_IS_LATE = Long.MIN_VALUE;

    private final Visitor visitor = new Visitor();
    private final List<String> told = new ArrayList<>();

    @Test
    void aSessionGoesOnAfterAGapAndEndsAfterMore() {
        // given
        happens("page_viewed", 0);
        happens("page_viewed", 30 * MINUTE);
        happens("page_viewed", 60 * MINUTE + 1);

        // when
        settle(90 * MINUTE + 1);

        // then
        assertThat(told).containsExactly("0 to 30, 2 events", "60 to 60, 1 events");
        assertThat(visitor.dueAtMs()).isEqualTo(Visitor.NEVER);
    }

    @Test
    void nothingIsToldAMillisecondBeforeItIsDue() {
        // given
        happens("product_added", 0);

        // when
        settle(30 * MINUTE - 1);

        // then
        assertThat(told).isEmpty();
        assertThat(visitor.dueAtMs()).isEqualTo(30 * MINUTE);
    }

    @Test
    void anEventOutOfOrderMakesOneSessionOfTwo() {
        // given
        happens("page_viewed", 0);
        happens("page_viewed", 31 * MINUTE);

        // when
        happens("page_viewed", 29 * MINUTE);

        // then
        settle(61 * MINUTE);
        assertThat(told).containsExactly("0 to 31, 3 events");
    }

    @Test
    void whatBelongsToNoOpenSessionAndIsLateBeginsNone() {
        // when
        visitor.joinSession(activity("page_viewed", 0), 30 * MINUTE);

        // then
        assertThat(visitor.sessions).isEmpty();
    }

    @Test
    void aLookRestartsTheDelayOfACart() {
        // given
        happens("product_added", 0);
        happens("page_viewed", 60 * MINUTE);

        // when
        settle(120 * MINUTE);

        // then
        assertThat(told).containsExactly("0 to 0, 1 events", "60 to 60, 1 events", "cart due at 120");
    }

    @Test
    void whatIsBoughtAfterItsDeadlineWasAbandoned() {
        // given
        happens("product_added", 0);

        // when
        happens("order_placed", 60 * MINUTE + 1);

        // then
        assertThat(told).containsExactly("cart due at 60");
        assertThat(visitor.cart).isNull();
    }

    private void happens(String type, long atMs) {
        Activity activity = activity(type, atMs);
        visitor.joinSession(activity, NOTHING_IS_LATE);
        visitor.moveCart(activity, this::tell);
    }

    private void settle(long nowMs) {
        visitor.settle(
                nowMs,
                session -> told.add(
                        session.startMs / MINUTE + " to " + session.endMs / MINUTE + ", " + session.events + " events"),
                this::tell);
    }

    private void tell(OpenCart cart) {
        told.add("cart due at " + cart.dueAtMs() / MINUTE);
    }

    private static Activity activity(String type, long atMs) {
        Activity activity = new Activity();
        activity.type = type;
        activity.atMs = atMs;
        return activity;
    }
}
