package io.journeystreams.deploy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What rules and dashboard ask of Kafka Streams, the JVM and the disk is on the page of a processor that runs: names and labels. Meters
 * of our own that only some days bring, such as dead letters, are held to the reference ({@link MetricsKnownTest}).
 */
@Timeout(180)
class MetricsServedIT {

    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+/metrics)");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_]\\w*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    /** Made by Prometheus itself. */
    private static final String UP = "up";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void everythingThatIsAskedForIsServed() throws Exception {
        Process demo = start();
        try {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(demo.isAlive()).as(printed()).isTrue();
                Map<String, Set<String>> served = served();
                assertThat(missing(served)).as("metrics and labels").isEmpty();
                assertThat(served).containsKeys("journey_ready", "journey_clock_lag_seconds");
            });
        } finally {
            demo.destroy();
            if (!demo.waitFor(20, TimeUnit.SECONDS)) {
                demo.destroyForcibly();
            }
        }
    }

    private static Set<String> missing(Map<String, Set<String>> served) throws IOException {
        Map<String, Set<String>> known = new HashMap<>(served);
        known.putAll(OwnMetrics.labels());
        known.put(UP, Set.of());
        Set<String> missing = new TreeSet<>();
        for (Expression expression : expressions()) {
            Set<String> labels = new TreeSet<>(MetricsKnownTest.OF_THE_SCRAPE);
            for (Expression.Use use : expression.uses()) {
                Set<String> ofMetric = known.getOrDefault(use.metric(), Set.of());
                labels.addAll(ofMetric);
                if (!known.containsKey(use.metric())) {
                    missing.add(use.metric());
                }
                use.labels().stream()
                        .filter(label -> !MetricsKnownTest.OF_THE_SCRAPE.contains(label) && !ofMetric.contains(label))
                        .forEach(label -> missing.add(use.metric() + "{" + label + "}"));
            }
            expression.groupedBy().stream()
                    .filter(label -> !labels.contains(label))
                    .forEach(label -> missing.add("by (" + label + ") in " + expression.text()));
        }
        return missing;
    }

    private static List<Expression> expressions() throws IOException {
        return Stream.concat(AlertRules.expressions().stream(), Dashboard.expressions().stream())
                .toList();
    }

    /** Labels by metric, as they stand on the page. */
    private Map<String, Set<String>> served() throws IOException, InterruptedException {
        Matcher address = ADDRESS.matcher(printed());
        assertThat(address.find()).as("started").isTrue();
        String page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address.group(1))).build(), BodyHandlers.ofString())
                .body();
        Map<String, Set<String>> served = new HashMap<>();
        SAMPLE.matcher(page).results().forEach(sample -> served.computeIfAbsent(
                        sample.group(1), unused -> new TreeSet<>())
                .addAll(labels(sample.group(2))));
        return served;
    }

    private static Set<String> labels(@Nullable String text) {
        return LABEL.matcher(text == null ? "" : text)
                .results()
                .map(label -> label.group(1))
                .collect(Collectors.toSet());
    }

    /** Broker, registry, shoppers and processor in one process, which ends by itself if this one is killed. */
    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseG1GC",
                        "-Djava.io.tmpdir=" + directory,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.journeystreams.cli.Journey",
                        "demo",
                        "--for=120s",
                        "--http-port=0",
                        "--seed=7")
                .redirectErrorStream(true)
                .redirectOutput(out().toFile())
                .start();
    }

    private Path out() {
        return directory.resolve("out");
    }

    private String printed() throws IOException {
        return Files.readString(out());
    }
}
