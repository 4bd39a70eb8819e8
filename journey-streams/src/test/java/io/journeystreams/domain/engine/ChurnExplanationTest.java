package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.churn.Cdnow;
import io.journeystreams.domain.churn.ChurnKind;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.SilenceStanding;
import io.journeystreams.domain.churn.SilenceStanding.State;
import io.journeystreams.domain.churn.SilenceStanding.Unjudged;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.explain.Explanation;
import io.journeystreams.domain.explain.ProfileDecision;
import io.journeystreams.domain.explain.ProfileTeller;
import io.journeystreams.domain.explain.Publication;
import io.journeystreams.domain.explain.ShutGate;
import io.journeystreams.query.DecisionsJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Why a customer is at risk, and why not yet (rules O5, C1, C3, C6). */
@Timeout(60)
class ChurnExplanationTest {

    private static final long START_MS = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    private static final double WEEK_MS = Duration.ofDays(7).toMillis();
    private static final ProfileKey CUSTOMER = ProfileKey.ofCustomer("7");
    private static final EnginePolicy FITTED = policy(ChurnPolicy.defaults().with(Cdnow.MODEL));
    private static final EnginePolicy UNFITTED = policy(ChurnPolicy.defaults());

    private EnginePolicy policy = FITTED;
    private Journal journal = new Journal(FITTED, CUSTOMER, true);

    private static EnginePolicy policy(ChurnPolicy churn) {
        EnginePolicy usual = EnginePolicy.defaults();
        return usual.with(usual.course().with(churn));
    }

    @Test
    void alertThatFiredAndRoseIsToldAsItWasPublished() {
        order("o1", 0);
        pass(10.2);
        assertThat(story()).containsExactly("FIRED C3 e-o1: 1 OPEN");
        pass(31.2);
        assertThat(story()).containsExactly("FIRED C3 e-o1: 1 OPEN derived", "ESCALATED C3: 2 OPEN");
        pass(40);
        assertThat(story()).containsExactly("FIRED C3 e-o1: 1 OPEN derived", "ESCALATED C3: 2 OPEN derived");
    }

    @Test
    void purchaseThatClearsIsNamed() {
        order("o1", 0);
        pass(11);
        order("o2", 12);
        pass(12.1);
        assertThat(story()).containsExactly("FIRED C3 e-o1: 1 OPEN", "CLEARED C3 e-o2: PURCHASE 2");
        assertThat(explain().decisions())
                .allMatch(decision -> decision.churn().equals(Optional.of(ChurnKind.NON_CONTRACTUAL)));
    }

    @Test
    void alertTakenBackIsToldThoughTheJourneyKnowsNothingOfIt() {
        order("o1", 0);
        pass(10.5);
        order("o2", 5);
        pass(11);
        assertThat(story()).containsExactly("FIRED C3 e-o1: 1 OPEN", "RETRACTED C3 e-o2: LATE_PURCHASE 2");
    }

    @Test
    void alertThatWasOverWhenItWasToldWasNotToBeActedOn() {
        order("o1", 0);
        pass(1);
        long firesAtMs = silence().ahead().firesAtMs().orElseThrow();
        order("o2", (firesAtMs + 60_000 - START_MS) / WEEK_MS);
        pass(10.6);
        assertThat(story())
                .containsExactly("FIRED C3 e-o1: 1 ALREADY_CLEARED C3 derived", "CLEARED C3 e-o2: PURCHASE 2");
    }

    @Test
    void alertThatStandsAgainIsTold() {
        order("o1", 0);
        pass(11);
        order("o2", 12);
        pass(12.01);
        cancel("o2", 12.02);
        pass(12.03);
        assertThat(story())
                .containsExactly(
                        "FIRED C3 e-o1: 1 OPEN derived",
                        "CLEARED C3 e-o2: PURCHASE",
                        "STANDS C6 order_cancelledo2: REINSTATED 3");
        order("o3", 14);
        pass(14.5);
        assertThat(story()).contains("CLEARED C3 e-o3: PURCHASE 4");
    }

    @Test
    void alertWaitsUntilTheBacklogHasBeenRead() {
        order("o1", 0);
        journal.hear(ms(10.3), false, ms(10.3));
        assertThat(story()).containsExactly("FIRED C3 e-o1: WAITS");
    }

    @Test
    void eventAheadOfTheClockLetsNothingFireEarly() {
        order("o1", 0);
        pass(9);
        SilenceStanding before = silence();
        read("look", "page_viewed", "o1", 32);
        assertThat(silence().state()).isEqualTo(State.NORMAL);
        assertThat(silence().ahead()).isEqualTo(before.ahead());
        assertThat(explain().churn().alerts()).isEmpty();
        assertThat(story()).containsExactly("FIRED C3 e-o1: WAITS", "ESCALATED C3: WAITS");
    }

    @Test
    void ofADeviceNothingIsTold() {
        journal = new Journal(FITTED, ProfileKey.ofDevice("d1"), true);
        order("o1", 0);
        pass(20);
        assertThat(story()).isEmpty();
        assertThat(silence().unjudged()).contains(Unjudged.ANONYMOUS);
        assertThat(explain().churn().alerts()).isEmpty();
    }

    @Test
    void whyNotYetHasAnAnswerFromTheFirstOrderToTheAlert() {
        order("o1", 0);
        order("o2", 1.71);
        pass(2);
        SilenceStanding normal = silence();
        assertThat(normal.state()).isEqualTo(State.NORMAL);
        assertThat(normal.bought()).contains(new SilenceStanding.Bought(2, ms(0), ms(1.71)));
        assertThat(normal.measure().orElseThrow().decay()).isBetween(0.01, 0.1);
        assertThat(normal.version()).contains("cdnow");
        long pendingAtMs = normal.ahead().pendingAtMs().orElseThrow();
        long firesAtMs = normal.ahead().firesAtMs().orElseThrow();
        assertThat(firesAtMs - pendingAtMs).isEqualTo(Duration.ofHours(24).toMillis());

        journal.hear(pendingAtMs - 1, pendingAtMs);
        assertThat(silence().state()).isEqualTo(State.NORMAL);
        journal.hear(pendingAtMs, pendingAtMs);
        assertThat(silence().state()).isEqualTo(State.PENDING);
        assertThat(silence().measure().orElseThrow().decay()).isBetween(0.5, 0.5001);
        assertThat(silence().ahead()).isEqualTo(normal.ahead());
        journal.hear(firesAtMs, firesAtMs);
        assertThat(silence().state()).isEqualTo(State.FIRING);
        assertThat(silence().ahead().firesAtMs()).isEmpty();
        assertThat(silence().ahead().escalatesAtMs())
                .isEqualTo(normal.ahead().escalatesAtMs())
                .isPresent();
        assertThat(explain().churn().alerts())
                .singleElement()
                .satisfies(known -> assertThat(known.alert().firedAtMs()).isEqualTo(firesAtMs));
        pass(40);
        assertThat(silence().ahead().escalatesAtMs()).isEmpty();
    }

    @Test
    void answerHoldsStoryAndStanding() {
        order("o1", 0);
        pass(10.2);
        ObjectNode json = DecisionsJson.of(explain(), "p1");
        String alertId = explain().churn().alerts().get(0).id().value();
        assertThat(json.path("decisions")).singleElement().satisfies(decision -> assertThat(decision.toString())
                .contains("\"decision\":\"FIRED\",\"rule\":\"C3\",\"kind\":\"NON_CONTRACTUAL\",\"alertId\":\"" + alertId
                        + "\",\"evidence\":{\"eventId\":\"e-o1\"},\"publication\":{\"state\":\"PUBLISHED\","
                        + "\"actionable\":true,\"revision\":1,\"derived\":false}"));
        assertThat(json.path("churn").path("silence").toString())
                .startsWith("{\"state\":\"FIRING\",\"orderDays\":1,\"firstOrder\":\"2026-01-05T10:00:00Z\","
                        + "\"lastOrder\":\"2026-01-05T10:00:00Z\",\"decay\":0.50")
                .contains("\"escalatesAt\":\"2026-08-1")
                .endsWith("\"parameters\":\"cdnow\"}");
        assertThat(json.path("churn").path("alerts").toString())
                .startsWith("[{\"kind\":\"NON_CONTRACTUAL\",\"alertId\":\"" + alertId
                        + "\",\"state\":\"FIRING\",\"firedAt\":\"2026-03-1")
                .endsWith("\"parameters\":\"cdnow\"}]");
    }

    @Test
    void whoIsNotJudgedIsToldWhy() {
        pass(0.1);
        assertThat(silence().unjudged()).contains(Unjudged.NO_ORDERS);
        journal = new Journal(UNFITTED, CUSTOMER, true);
        policy = UNFITTED;
        order("o1", 0.2);
        pass(0.3);
        assertThat(silence().unjudged()).contains(Unjudged.NO_MODEL);
        assertThat(silence().bought().orElseThrow().days()).isEqualTo(1);
    }

    @Test
    void newParametersAreWaitedForAndWhatWasToldByOthersStands() {
        order("o1", 0);
        pass(10.25);
        policy = UNFITTED;
        assertThat(story()).containsExactly("FIRED C3 e-o1: 1 OPEN");
        assertThat(silence().state()).isEqualTo(State.FIRING);
        assertThat(explain().churn().alerts()).hasSize(1);

        journal = new Journal(UNFITTED, CUSTOMER, true);
        order("o2", 20);
        pass(20.1);
        policy = FITTED;
        assertThat(silence().unjudged()).contains(Unjudged.NEW_PARAMETERS);
        assertThat(silence().ahead().judgedAtMs()).hasValue(ms(32));
    }

    private Explanation explain() {
        return new ProfileTeller(policy).explain(journal.state, journal.clock);
    }

    private SilenceStanding silence() {
        return explain().churn().silence();
    }

    private List<String> story() {
        return explain().decisions().stream().map(ChurnExplanationTest::inWords).toList();
    }

    private static String inWords(ProfileDecision decision) {
        String cause =
                decision.cause().map(event -> " " + event.eventId().value()).orElse("");
        String reason = decision.reason().map(why -> " " + why).orElse("");
        String revision =
                decision.revision().isPresent() ? " " + decision.revision().getAsInt() : "";
        String told = decision.publication().map(ChurnExplanationTest::inWords).orElse("");
        return decision.what() + " " + decision.rule() + cause + ":" + reason + revision + told;
    }

    private static String inWords(Publication publication) {
        if (publication instanceof Publication.Published published) {
            String gate = published.gate().map(ChurnExplanationTest::inWords).orElse("OPEN");
            return " " + published.revision().orElse(0) + " " + gate + (published.isDerived() ? " derived" : "");
        }
        return publication instanceof Publication.Waits ? " WAITS" : " NEEDLESS";
    }

    private static String inWords(ShutGate gate) {
        return gate.name() + " " + gate.rule();
    }

    private void order(String id, double week) {
        read("e-" + id, "order_placed", id, week);
    }

    private void cancel(String id, double week) {
        read("order_cancelled" + id, "order_cancelled", id, week);
    }

    private void read(String event, String type, String order, double week) {
        journal.read(
                EventDraft.of(event, type, ms(week))
                        .from(Source.CRM)
                        .order(Optional.of(new OrderId(order)))
                        .event(),
                Math.max(journal.clock.timeMs(), ms(week)));
    }

    private void pass(double week) {
        journal.hear(ms(week), ms(week));
    }

    private static long ms(double weeks) {
        return START_MS + Math.round(weeks * WEEK_MS);
    }
}
