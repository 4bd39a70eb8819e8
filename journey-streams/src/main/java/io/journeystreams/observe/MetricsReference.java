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
            | `/metrics` | what stands below, and Kafka Streams', the JVM's and the disk's own, for Prometheus; rules and a dashboard: [monitoring](monitoring.md) |
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

            What is worth an alarm, as rules for Prometheus, and what to do then: [monitoring](monitoring.md) and the
            [runbook](runbook.md).
            """;
}
