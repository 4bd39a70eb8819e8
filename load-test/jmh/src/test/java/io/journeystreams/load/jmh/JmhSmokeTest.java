package io.journeystreams.load.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every micro-benchmark runs and has a result. What it is says nothing here: the JVM is cold and busy. */
@Timeout(120)
class JmhSmokeTest {

    private static final int IN_THIS_JVM = 0;

    @Test
    void everyBenchmarkHasAResult() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("io\\.journeystreams\\.load\\.jmh\\..*")
                        .forks(IN_THIS_JVM)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(50))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();

        assertThat(results.stream().map(result -> nameOf(result.getParams())))
                .containsExactlyInAnyOrderElementsOf(expected().toList());
        assertThat(results).allSatisfy(JmhSmokeTest::isTimeOfAnOperation);
    }

    private static Stream<String> expected() {
        return Stream.of(
                "DeadlineIndexBenchmark.fireNext MEMORY",
                "DeadlineIndexBenchmark.fireNext ROCKSDB",
                "DeadlineIndexBenchmark.move MEMORY",
                "DeadlineIndexBenchmark.move ROCKSDB",
                "DeadlineIndexBenchmark.nothingIsDue MEMORY",
                "DeadlineIndexBenchmark.nothingIsDue ROCKSDB",
                "EventDecodingBenchmark.compiledReader",
                "EventDecodingBenchmark.payloadDecoder",
                "EventDecodingBenchmark.specificDatumReader",
                "JournalEntryBenchmark.decode",
                "JournalEntryBenchmark.encode",
                "JourneyEngineBenchmark.decideInUse",
                "JourneyEngineBenchmark.decideJustDecoded",
                "ProfileCodecBenchmark.decode",
                "ProfileCodecBenchmark.encode",
                "ProfileCodecBenchmark.encodeInUse");
    }

    private static String nameOf(BenchmarkParams params) {
        String name = params.getBenchmark().replace("io.journeystreams.load.jmh.", "");
        String values = params.getParamsKeys().stream()
                .map(params::getParam)
                .map(Objects::requireNonNull)
                .collect(Collectors.joining(" "));
        return (name + " " + values).strip();
    }

    private static void isTimeOfAnOperation(RunResult result) {
        assertThat(result.getParams().getMode()).isEqualTo(Mode.AverageTime);
        assertThat(result.getPrimaryResult().getScoreUnit()).isEqualTo("ns/op");
        assertThat(result.getPrimaryResult().getScore()).isPositive();
    }
}
