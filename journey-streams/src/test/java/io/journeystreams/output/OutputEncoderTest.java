package io.journeystreams.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.domain.abandonment.About;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.AlertStatus;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.abandonment.Standing;
import io.journeystreams.domain.abandonment.SubjectKey;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.Forecast;
import io.journeystreams.domain.churn.Settlement;
import io.journeystreams.domain.engine.CourseOutputs;
import io.journeystreams.domain.engine.Outputs;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.fact.FactOutput;
import io.journeystreams.domain.profile.ProfileOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class OutputEncoderTest {

    private static final ProfileKey PROFILE = ProfileKey.ofCustomer("7");
    private static final long EMITTED_AT_MS = 1_772_445_600_000L;
    private static final byte[] ALERT = {1};
    private static final byte[] OTHER = {2};

    private final OutputEncoder encoder = new OutputEncoder(
            new Publisher("shop", "p1"),
            OutputEncoders.all(value -> value instanceof AbandonmentEvent ? ALERT : OTHER));

    @Test
    void alertToActOnGoesToBothTopicsWithTheSameBytesAndHeaders() {
        List<Published> published = encoder.encode(new Outputs(List.of(), List.of(alert(true)), List.of(), List.of()));

        assertThat(published)
                .extracting(Published::topic)
                .containsExactly(OutputTopic.ABANDONMENT, OutputTopic.ABANDONMENT_ACTIONS);
        for (Published record : published) {
            assertThat(record.record().key()).asString(UTF_8).isEqualTo("c:7");
            assertThat(record.record().value()).isEqualTo(ALERT);
            assertThat(record.record().timestamp()).isEqualTo(EMITTED_AT_MS);
            assertThat(headersOf(record))
                    .isEqualTo(Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", "alert-1.2",
                            "ce_source", "/journey-streams/shop",
                            "ce_type", "io.journeystreams.abandonment.abandoned",
                            "ce_time", "2026-03-02T10:00:00Z",
                            "ce_subject", "c:7",
                            "content-type", "application/avro"));
        }
    }

    @Test
    void aTenantOfAnyNameGivesASourceThatIsAUri() {
        // given
        OutputEncoder ofAnotherShop =
                new OutputEncoder(new Publisher("Käse & Co #1", "p1"), OutputEncoders.all(value -> OTHER));

        // when
        List<Published> published =
                ofAnotherShop.encode(new Outputs(List.of(), List.of(alert(false)), List.of(), List.of()));

        // then
        assertThat(headersOf(published.get(0)))
                .containsEntry("ce_source", "/journey-streams/K%C3%A4se%20&%20Co%20%231");
    }

    @Test
    void alertNotToActOnGoesToTheFactsOnly() {
        assertThat(encoder.encode(new Outputs(List.of(), List.of(alert(false)), List.of(), List.of())))
                .extracting(Published::topic)
                .containsExactly(OutputTopic.ABANDONMENT);
    }

    @Test
    void pictureOfAProfileHasTheSameIdOnEveryReplay() {
        Outputs outputs = new Outputs(List.of(), List.of(), List.of(picture()), List.of());
        assertThat(headersOf(encoder.encode(outputs).get(0)))
                .isEqualTo(headersOf(encoder.encode(outputs).get(0)))
                .containsEntry("ce_type", "io.journeystreams.profile.updated");
    }

    @Test
    void alertAboutChurnIsARevisionOnItsTopic() {
        // when
        List<Published> published = encoder.encode(outputs(List.of(ChurnOutputs.firing(PROFILE)), List.of()));

        // then
        assertThat(published).extracting(Published::topic).containsExactly(OutputTopic.CHURN_RISK);
        assertThat(headersOf(published.get(0)))
                .containsEntry("ce_id", "churn-1.1")
                .containsEntry("ce_type", "io.journeystreams.churn-risk.firing");
    }

    @Test
    void settlementIsARevisionOnItsTopic() {
        // when
        List<Published> published =
                encoder.encode(outputs(List.of(), List.of(ChurnOutputs.settled(PROFILE, Forecast.Group.SAMPLE))));

        // then
        assertThat(published).extracting(Published::topic).containsExactly(OutputTopic.CHURN_SETTLEMENTS);
        assertThat(headersOf(published.get(0))).containsEntry("ce_type", "io.journeystreams.churn-settlement.stated");
    }

    private static Outputs outputs(List<ChurnOutput> churn, List<FactOutput<Settlement>> settlements) {
        CourseOutputs course = new CourseOutputs(List.of(), List.of(), List.of(), settlements, churn);
        return new Outputs(List.of(), List.of(), List.of(), List.of(), course);
    }

    private static AlertOutput alert(boolean toActions) {
        Alert alert = new Alert(
                new AlertId("alert-1"),
                new SubjectKey(Kind.CART, "default"),
                1,
                0,
                0,
                0,
                new About(
                        Optional.of(CartId.ONLY),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Alert.CheckoutProgress.none()),
                List.of(),
                Alert.Visit.unknown(),
                List.of(),
                true,
                new AlertStatus.Live(),
                List.of());
        return new AlertOutput(
                PROFILE,
                alert,
                2,
                AlertOutput.State.ABANDONED,
                toActions,
                Reason.NONE,
                toActions,
                1,
                AlertOutput.Delivery.NONE,
                Optional.empty(),
                EMITTED_AT_MS,
                Standing.UNKNOWN,
                Optional.empty());
    }

    private static ProfileOutput picture() {
        return new ProfileOutput(
                PROFILE,
                0,
                0,
                OptionalLong.empty(),
                0,
                0,
                OptionalLong.empty(),
                List.of(),
                List.of(),
                OptionalLong.empty(),
                new ProfileOutput.Standing(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of()),
                EMITTED_AT_MS);
    }

    private static Map<String, String> headersOf(Published published) {
        return StreamSupport.stream(published.record().headers().spliterator(), false)
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
    }
}
