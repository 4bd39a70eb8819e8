package io.journeystreams.domain.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two profiles turn out to be one customer (rules I6, C3). */
class ChurnUnionTest {

    private static final long START_MS = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final ChurnPolicy POLICY = ChurnPolicy.defaults().with(Cdnow.MODEL);
    private static final Churn SILENT = fired(order(Churn.NONE, "o1", 0));

    @Test
    void whoHasBoughtSinceAsTheOtherIsNotSilent() {
        Churn both = SILENT.union(order(Churn.NONE, "o2", 75));
        assertThat(both.alert(ChurnKind.NON_CONTRACTUAL).flatMap(ChurnAlert::ending))
                .map(ChurnAlert.Ending::reason)
                .contains(ChurnReason.MERGED);
        assertThat(both).isEqualTo(order(Churn.NONE, "o2", 75).union(SILENT));
    }

    @Test
    void whoHadBoughtBeforeAsTheOtherWasNotSilent() {
        Churn both = SILENT.union(order(Churn.NONE, "o2", 40));
        assertThat(both.alerts()).isEmpty();
    }

    @Test
    void whoHadBoughtEarlierAsTheOtherIsAsSilent() {
        Churn both = SILENT.union(order(Churn.NONE, "o2", -20));
        assertThat(both.firing(ChurnKind.NON_CONTRACTUAL)).isPresent();
    }

    @Test
    void bothAreJudgedAnewByWhatTheyHaveBoughtTogether() {
        Churn both = ChurnRules.adopt(
                order(Churn.NONE, "o1", 0).union(order(Churn.NONE, "o2", 10)), List.of(), ms(11), POLICY);
        Churn asOne = order(order(Churn.NONE, "o1", 0), "o2", 10);
        assertThat(both.outlook().entersAtMs()).isEqualTo(asOne.outlook().entersAtMs());
    }

    private static Churn fired(Churn before) {
        long dueAtMs = ChurnRules.nextDueAtMs(before, POLICY).orElseThrow();
        Churn fired = ChurnRules.pass(before, dueAtMs, POLICY);
        assertThat(fired.firing(ChurnKind.NON_CONTRACTUAL)).isPresent();
        return fired;
    }

    private static Churn order(Churn before, String id, long day) {
        Churn next = ChurnRules.apply(
                before,
                new ChurnOccasion(
                        EventDraft.of("e-" + id, "order_placed", ms(day))
                                .order(Optional.of(new OrderId(id)))
                                .event(),
                        true,
                        false,
                        Optional.empty(),
                        List.of()),
                POLICY);
        return ChurnRules.judge(next, next, POLICY);
    }

    private static long ms(long day) {
        return START_MS + day * DAY_MS;
    }
}
