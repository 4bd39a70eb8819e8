package io.journeystreams.observe;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text of {@code docs/metrics.md}, made from the meters. */
final class MetricsReference {

    private MetricsReference() {}

    static String markdown() {
        String rows =
                Arrays.stream(JourneyMeter.values()).map(MetricsReference::row).collect(Collectors.joining());
        return HEAD + rows + END;
    }

    private static String row(JourneyMeter meter) {
        return "| `" + meter.prometheusName() + "` | " + meter.form().name().toLowerCase(Locale.ROOT) + " | "
                + String.join(", ", meter.labels()) + " | " + meter.sentence() + " |\n";
    }

    private static final String HEAD = """
            # Health and metrics

            <!-- Generated from JourneyMeter; to write it anew:
                 mvn -q package -pl journey-streams -am -Dtest=MetricsReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate.docs=true -->

            `run` serves on `http.host`:`http.port` (loopback by default), without personal data:

            | path | answers |
            |---|---|
            | `/live` | 200 while the processor works or restores; 503 when it has given up, or topics are gone, and it must be started again |
            | `/ready` | 200 when it is running and its state is restored; 503 with the reason, and the percentage while it restores |
            | `/metrics` | what stands below, and Kafka Streams' and the JVM's own, for Prometheus |
            | `/status` | state, threads, restore progress and clocks, as JSON |

            ## Meters of our own

            The letters and numbers in brackets are those of the rules.

            | name | form | labels | meaning |
            |---|---|---|---|
            """;

    private static final String END = """

            The counts of abandonment are gauges although they mostly grow: they are read from the state, so they survive a
            restart and follow a partition to another instance, and a late event can correct them downwards. Always, in every
            partition, `armed = abandoned + disarmed (all reasons) + open`. Add them up over partitions.

            Worth an alarm: `journey_clock_lag_seconds` above the shortest delay for long (alerts come late; look for the
            largest `journey_watermark_lag_seconds`); `journey_clock_caught_up` 0 for long (alerts wait; look for the partition
            of input or journal that is read late); any growth of `journey_dead_letters_total`; `/ready` 503 for long.
            """;
}
