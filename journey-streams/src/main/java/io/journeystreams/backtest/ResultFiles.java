package io.journeystreams.backtest;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.output.OutputTopic;
import io.journeystreams.output.Published;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** One file for each output topic, one record a line in the order of publication, and one of dead letters. */
final class ResultFiles implements Closeable {

    private static final String DEAD_LETTERS = "dead-letters.ndjson";
    private static final int BUFFER_BYTES = 1 << 16;

    private final Map<OutputTopic, OutputStream> topics = new EnumMap<>(OutputTopic.class);
    private final JsonGenerator deadLetters;

    private ResultFiles(JsonGenerator deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Files of an earlier run are replaced. */
    static ResultFiles create(Path directory) throws IOException {
        Files.createDirectories(directory);
        ResultFiles files = new ResultFiles(
                new JsonFactory().createGenerator(newFile(directory.resolve(DEAD_LETTERS)), JsonEncoding.UTF8));
        files.deadLetters.setPrettyPrinter(new MinimalPrettyPrinter(""));
        for (OutputTopic topic : OutputTopic.values()) {
            files.topics.put(topic, newFile(directory.resolve(fileOf(topic))));
        }
        return files;
    }

    private static OutputStream newFile(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
    }

    static String fileOf(OutputTopic topic) {
        return switch (topic) {
            case SESSIONS -> "sessions.ndjson";
            case STAGE_TRANSITIONS -> "stage-transitions.ndjson";
            case ABANDONMENT -> "abandonment.ndjson";
            case ABANDONMENT_ACTIONS -> "abandonment-actions.ndjson";
            case MOMENTS -> "moments.ndjson";
            case FRICTION -> "friction.ndjson";
            case CHURN_RISK -> "churn-risk.ndjson";
            case CHURN_SETTLEMENTS -> "churn-settlements.ndjson";
            case PROFILES -> "profiles.ndjson";
            case MAP -> "map.ndjson";
        };
    }

    /** @param published its value is a line of JSON; a tombstone is a line that says so */
    void write(Published published) throws IOException {
        OutputStream out = topics.get(published.topic());
        if (out == null) {
            throw new IllegalStateException("no file for " + published.topic());
        }
        byte[] value = published.record().value();
        out.write(value == null ? removed(published) : value);
        out.write('\n');
    }

    private static byte[] removed(Published tombstone) throws IOException {
        String profile = new String(tombstone.record().key(), StandardCharsets.UTF_8);
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("profile", profile);
            json.writeBooleanField("removed", true);
            json.writeEndObject();
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param record the line as it stands in the file; empty where it is not text */
    void deadLetter(SourcePosition position, RejectionReason reason, String message, String record) throws IOException {
        deadLetters.writeStartObject();
        deadLetters.writeStringField("file", position.topic());
        deadLetters.writeNumberField("line", position.offset());
        deadLetters.writeStringField("reason", reason.name());
        deadLetters.writeStringField("message", message);
        deadLetters.writeStringField("record", record);
        deadLetters.writeEndObject();
        deadLetters.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        deadLetters.close();
        for (OutputStream out : topics.values()) {
            out.close();
        }
    }
}
