package io.journeystreams.load.steady;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A few seconds: what must come comes once. How late it is, is measured by {@code ./journey load steady}, on a machine of its own. */
@Timeout(150)
@Execution(ExecutionMode.CONCURRENT)
class SteadySmokeIT {

    private static final List<String> SMALL_JVM = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @Test
    void everyOutputComesOnceAndIsMeasured() {
        // given
        Path directory =
                Path.of("target", "steady", UUID.randomUUID().toString()).toAbsolutePath();
        SteadyRequest request = new SteadyRequest(1, 200, 2, 5, 1, 1, 0, 4, false, SMALL_JVM, directory);

        // when
        SteadyReport report = new Steady(request, System.out::println).run();

        // then
        System.out.println(report.text());
        assertThat(report.isExact()).as(report.text()).isTrue();
        assertThat(report.tallies()).hasSize(2).allSatisfy(tally -> {
            assertThat(tally.expected()).isGreaterThan(30);
            assertThat(tally.latency().count()).isBetween(10L, 1_000L);
            assertThat(tally.latency().ms(50)).isPositive();
        });
        assertThat(report.span().sentPerSecond()).isPositive();
        assertThat(report.span().cpuMicros()).isPositive();
        assertThat(report.span().brokerCpuMicros()).isPositive();
        assertThat(report.span().mostMemory(0)).isPositive();
        assertThat(report.heapUses()).hasSize(1);
        assertThat(report.json()).contains("\"isExact\" : true", "\"p99Ms\"");
    }
}
