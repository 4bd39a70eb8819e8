package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.topology.ShoppingDay.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fault T2: the clock of one customer is wrong by anything up to a year. Nobody else notices. */
@Timeout(120)
class T2LyingClockTest {

    private static final String LIAR = "liar";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsSaidOfTheOthersIsWhatWouldBeSaidWithoutTheLiar(long seed) {
        List<Sent> honest = new ShoppingDay(seed).sent();
        List<Sent> withLies = new ArrayList<>(honest);
        withLies.addAll(lies(seed));
        withLies.sort(Comparator.comparingLong(Sent::arrivedMs));

        FinalAnswers without = played(honest);
        FinalAnswers with = played(withLies);

        assertThat(with.standing()).as("seed %s", seed).isEqualTo(without.standing());
        assertThat(with.sessions()).as("seed %s", seed).isEqualTo(without.sessions());
        assertThat(without.standing()).hasSizeGreaterThan(5);
    }

    private static FinalAnswers played(List<Sent> sent) {
        try (TopologyRun run = TopologyRun.at(BEGINNING)) {
            run.play(sent);
            run.waitUntil(BEGINNING + Duration.ofHours(24).toMillis());
            return FinalAnswers.of(run, T2LyingClockTest::isSomebodyElse);
        }
    }

    private static boolean isSomebodyElse(String profile) {
        return !profile.equals("a:" + LIAR);
    }

    private static List<Sent> lies(long seed) {
        Random random = new Random(seed);
        List<Sent> lies = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long arrivedMs =
                    BEGINNING + Duration.ofMinutes(random.nextInt(14 * 60)).toMillis();
            long errorMs = Duration.ofMinutes(random.nextInt(2 * 365 * 24 * 60)).toMillis()
                    - Duration.ofDays(365).toMillis();
            lies.add(new Sent(
                    Topics.CLICKSTREAM,
                    LIAR,
                    LIAR,
                    clickstream("lie" + i, "product_added", arrivedMs + errorMs)
                            .setAnonymousId(LIAR)
                            .setLines(List.of(line("p1", 1, "1.00", "EUR")))
                            .build(),
                    arrivedMs));
        }
        return lies;
    }
}
