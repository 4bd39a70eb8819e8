package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.topology.ShoppingDay.Sent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fault T8: what was read live is read again a month later from empty state: the same facts, and nobody is mailed. */
@Timeout(120)
class T8ReplayTest {

    private static final long DAY_IS_OVER_MS = BEGINNING + Duration.ofHours(20).toMillis();
    private static final long A_MONTH_LATER_MS = BEGINNING + Duration.ofDays(30).toMillis();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void factsAreThoseOfTheLiveRunAndNoneCanBeActedOn(long seed) {
        List<Sent> day = new ShoppingDay(seed).sent();

        FinalAnswers live = live(day);
        FinalAnswers replayed = replayed(day);

        assertThat(facts(replayed)).as("seed %s", seed).isEqualTo(facts(live));
        assertThat(replayed.sessions()).as("seed %s", seed).isEqualTo(live.sessions());
        assertThat(live.alerts()).extracting(AbandonmentEvent::getActionable).contains(true);
        assertThat(replayed.alerts())
                .extracting(AbandonmentEvent::getActionable)
                .doesNotContain(true);
    }

    private static FinalAnswers live(List<Sent> day) {
        try (TopologyRun run = TopologyRun.at(BEGINNING)) {
            run.play(day);
            run.waitUntil(DAY_IS_OVER_MS);
            return FinalAnswers.of(run);
        }
    }

    private static FinalAnswers replayed(List<Sent> day) {
        try (TopologyRun run = TopologyRun.at(A_MONTH_LATER_MS)) {
            run.replay(day);
            run.waitFor(Duration.ofMinutes(1));
            return FinalAnswers.of(run);
        }
    }

    /** What was abandoned, when, with what in it. */
    private static Map<String, String> facts(FinalAnswers answers) {
        return answers.alerts().stream()
                .collect(Collectors.toMap(
                        AbandonmentEvent::getAlertId,
                        alert -> String.join(
                                " ",
                                alert.getProfile(),
                                alert.getKind().name(),
                                alert.getDeadline().toString(),
                                alert.getLines().toString()),
                        (first, later) -> first));
    }
}
