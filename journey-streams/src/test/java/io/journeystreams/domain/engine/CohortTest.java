package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.journeystreams.domain.churn.Cdnow;
import io.journeystreams.domain.churn.ChurnModel;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.ChurnOutput.State;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.ChurnReason;
import io.journeystreams.domain.churn.CohortBy;
import io.journeystreams.domain.churn.CohortModels;
import io.journeystreams.domain.churn.model.ChurnParameters;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.ProfileKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Parameters per cohort (rule C1): customers whose first order came through the web are judged twice as fast. */
@Timeout(60)
class CohortTest {

    private static final long START_MS = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    private static final double WEEK_MS = Duration.ofDays(7).toMillis();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    /** Weeks of silence after one order until an alert fires. */
    private static final double USUAL_WEEKS = 10.04 + 1.0 / 7;

    private static final double WEB_WEEKS = 10.04 / 2 + 1.0 / 7;

    private static final ChurnModel WEB = model("web", 2);
    private static final ChurnPolicy CHURN = policy(WEB);

    private Journal journal = journal(CHURN);

    private static ChurnModel model(String cohort, double times) {
        ChurnModel fast = Cdnow.faster(times);
        ChurnParameters parameters = fast.parameters();
        return new ChurnModel(
                new ChurnParameters(
                        parameters.kind(),
                        parameters.values(),
                        cohort,
                        parameters.horizonWeeks(),
                        parameters.fittedOn()),
                cohort + " " + times);
    }

    private static ChurnPolicy policy(ChurnModel web) {
        return ChurnPolicy.defaults()
                .with(CohortModels.of(Cdnow.MODEL, Map.of("web", web), new CohortBy(CohortBy.CHANNEL)));
    }

    private static Journal journal(ChurnPolicy churn) {
        EnginePolicy usual = EnginePolicy.defaults();
        return new Journal(usual.with(usual.course().with(churn)), ProfileKey.ofCustomer("7"), true);
    }

    @Test
    void customersOfDifferentChannelsFallSilentAtDifferentTimes() {
        order("o1", "Web ", 0);
        pass(20);
        assertFired(WEB_WEEKS, "web", WEB.version());

        journal = journal(CHURN);
        order("o1", "store", 0);
        pass(20);
        assertFired(USUAL_WEEKS, "all", Cdnow.MODEL.version());
    }

    @Test
    void theFirstOrderCountsAndNotTheLast() {
        order("o1", "store", 0);
        order("o2", "web", 1.71);
        pass(12);
        assertFired(1.71 + 7.94 + 1.0 / 7, "all", Cdnow.MODEL.version());
    }

    @Test
    void firstOrderToldAfterAWeekJudgesAnew() {
        order("o2", "store", 1);
        pass(2);
        order("o1", "web", 0.99);
        pass(7);
        assertFired(0.99 + WEB_WEEKS, "web", WEB.version());
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void firstOrderOfASlowerChannelShowsThatNothingIsTheMatter() {
        order("o2", "web", 1);
        pass(6.2);
        assertFired(1 + WEB_WEEKS, "web", WEB.version());
        order("o1", "store", 0.99);
        pass(7);
        assertThat(alerts())
                .extracting(ChurnOutput::state, ChurnOutput::reason)
                .containsExactly(
                        tuple(State.FIRING, ChurnReason.NONE), tuple(State.RETRACTED, ChurnReason.LATE_PURCHASE));
    }

    @Test
    void refundOfTheFirstOrderLeavesTheCohortOfTheNext() {
        order("o1", "web", 0);
        order("o2", "store", 1);
        refund("o1", 2);
        pass(20);
        assertFired(1 + USUAL_WEEKS, "all", Cdnow.MODEL.version());
    }

    @Test
    void otherParametersOfACohortTellNothingOfBeforeAndTouchNobodyElse() {
        order("o1", "store", 0);
        pass(10.1);
        refitted();
        look(10.11);
        pass(10.3);
        assertFired(USUAL_WEEKS, "all", Cdnow.MODEL.version());

        journal = journal(CHURN);
        order("o1", "web", 0);
        pass(5.1);
        refitted();
        look(5.11);
        pass(5.5);
        assertFired(5.1 + 1.0 / 7, "web", "web 3.0");
    }

    @Test
    void otherLevelsAreSolvedForAnew() {
        order("o1", "web", 0);
        pass(2);
        look(2);
        go(new ChurnPolicy(
                CHURN.models(),
                CHURN.signals(),
                0.6,
                CHURN.leave(),
                CHURN.escalate(),
                CHURN.hold(),
                CHURN.refireAfter(),
                CHURN.maxAge(),
                CHURN.sample()));
        look(2.1);
        pass(5.5);
        assertThat(alerts()).isEmpty();
        pass(20);
        assertThat(alerts().get(0).alert().score().silence().orElseThrow().decay())
                .isGreaterThan(0.6);
    }

    private void assertFired(double weeks, String cohort, String version) {
        ChurnOutput fired = alerts().get(0);
        assertThat(fired.state()).isEqualTo(State.FIRING);
        assertThat(weeks(fired.alert().firedAtMs())).isCloseTo(weeks, within(0.01));
        assertThat(fired.alert().score().silence().orElseThrow().cohort()).isEqualTo(cohort);
        assertThat(fired.alert().score().version()).isEqualTo(version);
    }

    private void refitted() {
        go(policy(model("web", 3)));
    }

    private void go(ChurnPolicy other) {
        Journal later = journal(other);
        later.state = journal.state;
        later.clock = journal.clock;
        journal = later;
    }

    private void order(String id, String channel, double week) {
        journal.read(
                EventDraft.of("e-" + id, "order_placed", ms(week))
                        .from(Source.CRM)
                        .through(Optional.of(channel))
                        .order(Optional.of(new OrderId(id)))
                        .late(journal.clock.reading().hasPassed(ms(week) + 3 * DAY_MS))
                        .event(),
                Math.max(journal.clock.timeMs(), ms(week)));
    }

    private void refund(String id, double week) {
        journal.read(
                EventDraft.of("refund-" + id, "order_refunded", ms(week))
                        .from(Source.CRM)
                        .order(Optional.of(new OrderId(id)))
                        .event(),
                ms(week));
    }

    private void look(double week) {
        journal.read(EventDraft.of("view-" + week, "page_viewed", ms(week)).event(), ms(week));
    }

    private void pass(double week) {
        journal.hear(ms(week), ms(week));
    }

    private List<ChurnOutput> alerts() {
        return journal.facts.stream()
                .flatMap(outputs -> outputs.churn().stream())
                .toList();
    }

    private static long ms(double weeks) {
        return START_MS + Math.round(weeks * WEEK_MS);
    }

    private static double weeks(long ms) {
        return (ms - START_MS) / WEEK_MS;
    }
}
