package io.journeystreams.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentReason;
import io.journeystreams.contracts.AbandonmentState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was published of subjects in a scenario is told when it is asked for (rule O5), and nothing is told that was not. */
class ExplanationAgreesTest {

    static Stream<Scenario> scenarios() {
        return Scenario.all().stream().filter(scenario -> !scenario.rules().contains("I8"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void everyRevisionIsToldWithItsGate(Scenario scenario) {
        // given
        EngineRunner runner = new EngineRunner(scenario, Timeline.FIXED);
        Answers answers = runner.run();

        // when
        List<JsonNode> told = runner.profiles().stream()
                .flatMap(profile -> decisionsOf(runner.explanationOf(profile)))
                .filter(decision -> decision.has("subjectId"))
                .toList();

        // then
        assertThat(told.stream().flatMap(ExplanationAgreesTest::revisionOf))
                .containsExactlyInAnyOrderElementsOf(answers.abandonment().stream()
                        .filter(record -> !isEndThatWasCorrected(record, answers.abandonment()))
                        .map(record -> expected(record, told))
                        .toList());
    }

    /** News that came late made another end of it, which is the one that is explained. */
    private static boolean isEndThatWasCorrected(AbandonmentEvent record, List<AbandonmentEvent> published) {
        return record.getState() != AbandonmentState.ABANDONED
                && published.stream()
                        .filter(other -> other.getState() != AbandonmentState.ABANDONED)
                        .filter(other -> other.getAlertId().equals(record.getAlertId()))
                        .anyMatch(other -> other.getRevision() > record.getRevision());
    }

    private static Stream<JsonNode> decisionsOf(JsonNode explanation) {
        return StreamSupport.stream(explanation.path("decisions").spliterator(), false);
    }

    private static Stream<String> revisionOf(JsonNode decision) {
        JsonNode publication = decision.path("publication");
        String id = decision.path("alertId").asText();
        if (publication.has("revision")) {
            String gate = publication.path("actionable").asBoolean()
                    ? "NONE"
                    : publication.path("reason").asText("UNKNOWN");
            return Stream.of(id + " " + publication.path("revision").asInt() + " ABANDONED " + gate);
        }
        return decision.has("revision")
                ? Stream.of(id + " " + decision.path("revision").asInt() + " "
                        + decision.path("decision").asText())
                : Stream.empty();
    }

    /** Of what came too late to be acted on, and is derived, any other gate may be told that was shut besides, or none. */
    private static String expected(AbandonmentEvent record, List<JsonNode> told) {
        String revision = record.getAlertId() + " " + record.getRevision() + " " + record.getState();
        if (record.getState() != AbandonmentState.ABANDONED) {
            return revision;
        }
        boolean isTooLate = record.getReason() == AbandonmentReason.STALE
                || record.getReason() == AbandonmentReason.ALREADY_RESOLVED;
        Optional<String> derived = told.stream()
                .filter(decision -> decision.path("publication").path("derived").asBoolean())
                .filter(decision ->
                        !decision.path("publication").path("actionable").asBoolean())
                .flatMap(ExplanationAgreesTest::revisionOf)
                .filter(text -> text.startsWith(revision))
                .findFirst();
        return derived.filter(text -> isTooLate).orElse(revision + " " + record.getReason());
    }
}
