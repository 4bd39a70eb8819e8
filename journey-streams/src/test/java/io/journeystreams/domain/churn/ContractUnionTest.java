package io.journeystreams.domain.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contracts of profiles that turn out to be one customer (rule I6). */
class ContractUnionTest {

    private static final long START_MS = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final ChurnPolicy POLICY = ChurnPolicy.defaults().with(Weights.TRIAL);
    private static final List<String> TYPES = List.of(
            "subscription_started",
            "subscription_downgraded",
            "survey_answered",
            "data_exported",
            "usage_reported",
            "usage_reported",
            "subscription_cancel_requested",
            "renewal_failed",
            "subscription_cancelled");

    @Test
    void signalsOfBothTogetherRaiseAnAlert() {
        // given
        Churn one = tell(Churn.NONE, "a1", "subscription_started", 0, Map.of());
        Churn other = tell(Churn.NONE, "b1", "subscription_started", 1, Map.of());
        one = judged(tell(one, "a2", "data_exported", 10, Map.of()));
        other = judged(tell(other, "b2", "subscription_downgraded", 10, Map.of()));

        // when
        Churn joined = ChurnRules.adopt(one.union(other), List.of(), START_MS + 11 * DAY_MS, POLICY);

        // then
        RunningContract contract = joined.contract().running().orElseThrow();
        assertThat(contract.startedAtMs()).isEqualTo(START_MS);
        assertThat(contract.signals().all())
                .extracting(Signal::kind)
                .containsExactly(SignalKind.DOWNGRADE, SignalKind.DATA_EXPORT);
        assertThat(ChurnRules.nextDueAtMs(joined, POLICY)).isEqualTo(OptionalLong.of(START_MS + 11 * DAY_MS));
        assertThat(ChurnRules.pass(joined, START_MS + 11 * DAY_MS, POLICY).firing(ChurnKind.CONTRACTUAL))
                .isPresent();
    }

    @Test
    void ofTwoCancellationsTheEarlierStands() {
        Churn one = tell(Churn.NONE, "a1", "subscription_cancel_requested", 0, Map.of());
        Churn other = tell(Churn.NONE, "b1", "subscription_cancel_requested", 1, Map.of());
        Churn joined = judged(one).union(judged(other));
        assertThat(joined).isEqualTo(judged(other).union(judged(one)));
        assertThat(joined.firing(ChurnKind.VOLUNTARY).orElseThrow().armedBy().value())
                .isEqualTo("a1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void orderDoesNotMatter(int seed) {
        Random random = new Random(seed);
        Churn one = random(random, "a");
        Churn other = random(random, "b");
        Churn third = random(random, "c");
        assertThat(one.union(other)).isEqualTo(other.union(one));
        assertThat(one.union(other).union(third).contract())
                .isEqualTo(one.union(other.union(third)).contract());
        assertThat(one.contract().union(Contract.NONE)).isEqualTo(one.contract());
    }

    private static Churn random(Random random, String name) {
        Churn churn = Churn.NONE;
        double day = 0;
        for (int i = random.nextInt(100); i > 0; i--) {
            day += random.nextDouble();
            Map<String, String> attributes = new HashMap<>();
            attributes.put("nps", "1");
            attributes.put("amount", String.valueOf(random.nextInt(10)));
            churn = tell(churn, name + i, TYPES.get(random.nextInt(TYPES.size())), day, attributes);
        }
        return judged(churn);
    }

    private static Churn judged(Churn churn) {
        return ChurnRules.judge(churn, churn, POLICY);
    }

    private static Churn tell(Churn before, String id, String type, double day, Map<String, String> attributes) {
        EventDraft event = EventDraft.of(id, type, START_MS + Math.round(day * DAY_MS))
                .total(Optional.of(Money.of("20.00", "EUR")))
                .attributes(attributes);
        return ChurnRules.apply(
                before, new ChurnOccasion(event.event(), false, false, Optional.empty(), List.of()), POLICY);
    }
}
