package io.journeystreams.domain.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final long BEGINNING_MS = 1_772_359_200_000L;
    private static final ChurnPolicy POLICY =
            ChurnPolicy.defaults().with(Cdnow.MODEL).withSample(1);

    @Test
    void ofTwoProfilesASampleDueBeforeTheOtherOneHadBoughtIsLeftOut() {
        // given
        Churn early = ordered("order-1", BEGINNING_MS);
        Churn late = ordered("order-2", BEGINNING_MS + Duration.ofDays(365).toMillis());
        Churn joined = early.union(late);
        long dueAtMs = joined.forecasts().nextSampleAtMs();

        // when
        Churn passed = ChurnRules.pass(joined, dueAtMs, POLICY);

        // then
        assertThat(dueAtMs).isLessThan(joined.buying().lastAtMs());
        assertThat(passed.forecasts())
                .isEqualTo(new Forecasts(
                        early.forecasts().sampledBy(),
                        dueAtMs + Duration.ofDays(84).toMillis(),
                        List.of(),
                        List.of()));
    }

    private static Churn ordered(String id, long atMs) {
        JourneyEvent order = EventDraft.of(id, "order_placed", atMs)
                .order(Optional.of(new OrderId(id)))
                .event();
        return ChurnRules.apply(Churn.NONE, new ChurnOccasion(order, true, false, Optional.empty(), List.of()), POLICY);
    }
}
