package io.journeystreams.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * All contenders (Flink once) over a short week: they find the same, and what they cost has the right order of magnitude. What it costs really is
 * measured by {@code ./journey load bench}, on a machine of its own.
 */
@Timeout(240)
class BenchSmokeIT {

    private static final int EVENTS = Integer.getInteger("bench.events", 5_000);

    @Test
    void allFindTheSameAndNobodyIsCheaperThanTheFloor() {
        // given
        Path directory =
                Path.of("target", "bench", UUID.randomUUID().toString()).toAbsolutePath();

        // when
        BenchReport report = new Bench(request(directory), System.out::println).run();

        // then
        System.out.println(report.text());
        assertThat(report.resultsAgree()).as(report.text()).isTrue();
        assertThat(report.standings()).hasSize(4).allSatisfy(standing -> {
            assertThat(cpu(standing)).isPositive();
            assertThat(standing.eventsPerSecond().least()).isPositive();
            assertThat(standing.published().records()).isPositive();
        });
        assertThat(report.budgets()).hasSize(4);
        double floor = cpu(report.standings().get(0));
        assertThat(cpu(report.standings().get(1)) / floor).as("plain to floor").isBetween(0.5, 50.0);
        assertThat(cpu(report.standings().get(2)) / floor).as("Flink to floor").isBetween(0.5, 50.0);
        assertThat(cpu(report.standings().get(3)) / floor).as("ours to floor").isBetween(0.5, 200.0);
        assertThat(report.json()).contains("\"resultsAgree\" : true");
        assertThat(report.html()).contains("<svg", "Journey Streams");
    }

    /** Starts included: what follows them is too short to be told apart. */
    private static double cpu(Standing standing) {
        return standing.wholeCpuMicros().median();
    }

    /** Too short a run to be worth the second compiler. */
    private static BenchRequest request(Path directory) {
        List<String> jvm = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        Set<Contender> contenders = EnumSet.complementOf(EnumSet.of(Contender.FLINK_1S));
        return new BenchRequest(1, EVENTS, 1, false, 1, contenders, jvm, directory);
    }
}
