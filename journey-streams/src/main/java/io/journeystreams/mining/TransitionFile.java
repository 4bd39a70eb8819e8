package io.journeystreams.mining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.journeystreams.mining.Told.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The {@code stage-transitions.ndjson} of a backtest, also compressed ({@code .gz}). */
public final class TransitionFile implements TransitionSource {

    private static final ObjectReader JSON = new ObjectMapper().readerFor(JsonNode.class);
    private static final int BUFFER_BYTES = 1 << 16;

    /** Bytes of a usual line, and of one that is compressed. */
    private static final int LINE_BYTES = 700;

    private static final int COMPRESSED_LINE_BYTES = 100;

    private final Path path;
    private final boolean isCompressed;

    public TransitionFile(Path path) {
        this.path = path;
        this.isCompressed = path.toString().endsWith(".gz");
    }

    @Override
    public long size() throws IOException {
        return Files.size(path) / (isCompressed ? COMPRESSED_LINE_BYTES : LINE_BYTES);
    }

    @Override
    public void read(CaseLayer layer, Sink sink) throws IOException {
        long line = 0;
        try (BufferedReader lines = open()) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                Line read = new Line(path.getFileName() + ":" + line, parse(text, line));
                if (layer.is(read.text("layer"))) {
                    sink.take(read.move(layer, line));
                }
            }
        } catch (CharacterCodingException e) {
            throw new UnreadableTransitionException(path.getFileName() + ":" + (line + 1) + ": is not UTF-8", e);
        }
    }

    private BufferedReader open() throws IOException {
        InputStream bytes = Files.newInputStream(path);
        InputStream plain = isCompressed ? new GZIPInputStream(bytes, BUFFER_BYTES) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()), BUFFER_BYTES);
    }

    private JsonNode parse(String text, long line) throws IOException {
        try {
            return JSON.readValue(text);
        } catch (JsonProcessingException e) {
            throw new UnreadableTransitionException(path.getFileName() + ":" + line + ": is no JSON", e);
        }
    }

    /** One line; the fields are those of the contract, as a backtest writes them. */
    private record Line(String place, JsonNode json) {

        Move move(CaseLayer layer, long line) {
            return new Move(
                    text("transitionId"),
                    Math.toIntExact(number("revision")),
                    text("state").equals("RETRACTED"),
                    texts("supersedes"),
                    timeMs("emittedAt"),
                    new Position(0, line),
                    text(layer == CaseLayer.MISSION ? "missionId" : "profile"),
                    optionalText("from"),
                    text("to"),
                    text("direction"),
                    timeMs("occurredAt"),
                    text("rule"),
                    number("visit"),
                    optionalNumber("missionNumber"),
                    optionalText("entryChannel"),
                    optionalText("channel"),
                    optionalText("device"),
                    truth("conformant"),
                    truth("goalReached"),
                    truth("buyerJourney"),
                    optionalText("reason"));
        }

        String text(String field) {
            return optionalText(field).orElseThrow(() -> unreadable(field, "missing"));
        }

        private Optional<String> optionalText(String field) {
            return value(field).map(value -> {
                if (!value.isTextual()) {
                    throw unreadable(field, "no text");
                }
                return value.textValue();
            });
        }

        private List<String> texts(String field) {
            List<String> texts = new ArrayList<>();
            value(field).ifPresent(values -> values.forEach(value -> texts.add(value.asText())));
            return texts;
        }

        private long number(String field) {
            return optionalNumber(field).orElseThrow(() -> unreadable(field, "missing"));
        }

        private OptionalLong optionalNumber(String field) {
            Optional<JsonNode> value = value(field);
            if (value.isEmpty()) {
                return OptionalLong.empty();
            }
            if (!value.get().isIntegralNumber() || !value.get().canConvertToLong()) {
                throw unreadable(field, "no whole number");
            }
            return OptionalLong.of(value.get().longValue());
        }

        private boolean truth(String field) {
            return value(field)
                    .filter(JsonNode::isBoolean)
                    .orElseThrow(() -> unreadable(field, "missing, or neither true nor false"))
                    .booleanValue();
        }

        private long timeMs(String field) {
            try {
                return Instant.parse(text(field)).toEpochMilli();
            } catch (DateTimeException | ArithmeticException e) {
                throw unreadable(field, "no time");
            }
        }

        private Optional<JsonNode> value(String field) {
            @Nullable JsonNode value = json.get(field);
            return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
        }

        private UnreadableTransitionException unreadable(String field, String why) {
            return new UnreadableTransitionException(place + ": " + field + " is " + why);
        }
    }
}
