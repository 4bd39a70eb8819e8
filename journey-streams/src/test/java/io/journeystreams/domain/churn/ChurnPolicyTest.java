package io.journeystreams.domain.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.domain.event.EventId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What customers are judged by, and how it is named. */
class ChurnPolicyTest {

    private static final ChurnPolicy USUAL = ChurnPolicy.defaults().with(Cdnow.MODEL);
    private static final ChurnPolicy BY_CHANNEL =
            USUAL.with(CohortModels.of(Cdnow.MODEL, Map.of("web", Cdnow.faster(2)), new CohortBy("channel")));

    @Test
    void aCohortIsJudgedByItsOwnModelAndOthersByThatForEverybody() {
        assertThat(BY_CHANNEL.model(firstFrom(Optional.of("web")))).contains(Cdnow.faster(2));
        assertThat(BY_CHANNEL.model(firstFrom(Optional.of("store")))).contains(Cdnow.MODEL);
        assertThat(BY_CHANNEL.model(firstFrom(Optional.empty()))).contains(Cdnow.MODEL);
        assertThat(BY_CHANNEL.model(Buying.NOTHING)).contains(Cdnow.MODEL);
        assertThat(USUAL.model(firstFrom(Optional.of("web")))).contains(Cdnow.MODEL);
    }

    @Test
    void theUsualLevelsCostNothingInTheVersionAndOthersAreAnotherVersion() {
        Buying buying = firstFrom(Optional.empty());
        List<String> versions = Stream.of(
                        USUAL,
                        with(0.4, 0.75),
                        with(0.5, 0.8),
                        USUAL.with(Weights.of(3, Duration.ofHours(6))),
                        USUAL.with(Weights.of(2, Duration.ofHours(6))))
                .map(policy -> policy.version(buying))
                .toList();
        assertThat(versions).doesNotHaveDuplicates();
        assertThat(versions.get(0)).isEqualTo("cdnow");
        assertThat(versions.get(1)).isEqualTo("cdnow@0.4/0.75");
    }

    @Test
    void whoHasNotBoughtMayBelongToAnyCohort() {
        String ofWeb = BY_CHANNEL.version(firstFrom(Optional.of("web")));
        assertThat(BY_CHANNEL.isInUse(ofWeb, Buying.NOTHING)).isTrue();
        assertThat(BY_CHANNEL.isInUse(ofWeb, firstFrom(Optional.of("store")))).isFalse();
        assertThat(BY_CHANNEL.isInUse("another", Buying.NOTHING)).isFalse();
        assertThat(ChurnPolicy.defaults().isInUse("none", Buying.NOTHING)).isTrue();
    }

    @Test
    void cohortsWithoutModelsOrModelsWithoutCohortsAreRefused() {
        assertThatThrownBy(() -> new CohortModels(Cdnow.MODEL, Map.of(), Optional.of(new CohortBy("channel"))))
                .hasMessageContaining("[] by channel");
        assertThatThrownBy(() -> new CohortModels(Cdnow.MODEL, Map.of("web", Cdnow.MODEL), Optional.empty()))
                .hasMessageContaining("[web] by nothing");
    }

    private static ChurnPolicy with(double enter, double escalate) {
        return new ChurnPolicy(
                USUAL.models(),
                Optional.empty(),
                enter,
                USUAL.leave(),
                escalate,
                USUAL.hold(),
                USUAL.refireAfter(),
                USUAL.maxAge(),
                USUAL.sample());
    }

    private static Buying firstFrom(Optional<String> cohort) {
        return Buying.NOTHING.with(new Buying.Order(new EventId("e1"), Optional.empty(), 0, Optional.empty(), cohort));
    }
}
