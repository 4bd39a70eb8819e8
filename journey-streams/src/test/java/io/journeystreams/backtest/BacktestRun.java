package io.journeystreams.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystreams.domain.engine.EnginePolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A backtest that has been run, and what it wrote. */
record BacktestRun(BacktestSummary summary, Path out) {

    static BacktestRun of(BacktestRequest request) {
        try {
            return new BacktestRun(Backtest.run(request, Progress.NONE), request.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As live, for two days after the last event, with the usual rules. */
    static BacktestRun of(Path directory, Path... files) {
        return of(request(directory, EnginePolicy.defaults(), files));
    }

    static BacktestRun of(Path directory, EnginePolicy policy, List<String> lines) {
        return of(request(directory, policy, file(directory, "events.ndjson", String.join("\n", lines))));
    }

    static BacktestRequest request(Path directory, EnginePolicy policy, Path... files) {
        return new BacktestRequest(
                policy,
                Arrays.stream(files).map(EventFile::of).toList(),
                directory.resolve("out"),
                Until.usual(),
                new IntakeTime.AsLive());
    }

    static Path file(Path directory, String name, String content) {
        try {
            Files.createDirectories(directory);
            return Files.write(directory.resolve(name), content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> records(String file) {
        return TestData.read(out.resolve(file));
    }

    String text(String file) {
        try {
            return Files.readString(out.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is valid in the end: of each session the highest revision, without those that became part of another. */
    List<JsonNode> finalSessions() {
        return finalSessions(records("sessions.ndjson"));
    }

    static List<JsonNode> finalSessions(List<JsonNode> published) {
        Map<String, JsonNode> latest = latestBy("sessionId", published);
        Set<String> superseded = new HashSet<>();
        published.forEach(session -> session.get("supersedes").forEach(id -> superseded.add(id.asText())));
        return latest.values().stream()
                .filter(session -> !superseded.contains(session.get("sessionId").asText()))
                .toList();
    }

    /** The last record of each id, in the order of their first. */
    static Map<String, JsonNode> latestBy(String idField, List<JsonNode> published) {
        Map<String, JsonNode> latest = new LinkedHashMap<>();
        published.forEach(record -> latest.put(record.get(idField).asText(), record));
        return latest;
    }
}
