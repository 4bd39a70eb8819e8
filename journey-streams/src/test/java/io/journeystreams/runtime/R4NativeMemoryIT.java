package io.journeystreams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Fault R4: what RocksDB takes is outside the heap, where nobody sees it. The stores of 24 partitions share one budget, so a process
 * stays below heap + budget + what a JVM takes besides. {@code -Dsoak.seconds=600} for ten minutes.
 */
@Timeout(1_200)
@EnabledOnOs(OS.LINUX)
class R4NativeMemoryIT {

    private static final int STORES = 24;
    private static final int SECONDS = Integer.getInteger("soak.seconds", 20);
    private static final long HEAP_MB = 96;

    /** Code, classes, threads, collector, allocator and the buffers of files: seen below 100 MB. */
    private static final long BESIDES_MB = 160;

    private static final long BUDGET_MB = StateMemory.defaults().rocksDbMb();

    @Test
    void memoryStaysUnderTheStatedBudgetHoweverManyPartitionsThereAre() throws Exception {
        List<Long> residentMb = soak();

        System.out.printf("resident after each second, MB: %s%n", residentMb);
        assertThat(residentMb).hasSize(SECONDS).allMatch(megabytes -> megabytes < HEAP_MB + BUDGET_MB + BESIDES_MB);
    }

    private static List<Long> soak() throws IOException, InterruptedException {
        Path state = Path.of("target", "soak-it", UUID.randomUUID().toString()).toAbsolutePath();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MB + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreSoak.class.getName(),
                        state.toString(),
                        String.valueOf(STORES),
                        String.valueOf(SECONDS))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader printed = process.inputReader()) {
            List<Long> residentMb = printed.lines()
                    .filter(line -> line.matches("\\d+"))
                    .map(line -> Long.parseLong(line) / 1024)
                    .toList();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            return residentMb;
        } finally {
            process.destroyForcibly();
        }
    }
}
