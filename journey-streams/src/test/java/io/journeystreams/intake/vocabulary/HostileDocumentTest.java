package io.journeystreams.intake.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.intake.Decoded;
import io.journeystreams.intake.OccurrenceReader;
import io.journeystreams.intake.OccurrenceReader.Reading;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.intake.ReportedEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that somebody broke: whatever they hold, reading them is an answer and takes no time worth mentioning. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileDocumentTest {

    private static final int TIMES = 3_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final SourcePosition POSITION = new SourcePosition("t", 0, 0);
    private static final List<String> WEIRD = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "1e-999999999",
            "1e999999999",
            "-9223372036854775809",
            "9".repeat(200),
            "1.5",
            "\"\"",
            "\" \"",
            "\"-1\"",
            "\"1e999999999\"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"0000-00-00 00:00:00\"",
            "\"" + "x".repeat(3_000) + "\"",
            "[]",
            "[[[[1]]]]",
            "[null]",
            "[{}]",
            "{}",
            "{\"\":1}",
            "{\"id\":{\"id\":[]}}",
            "[1,\"2\",{\"product_id\":\"p\"}]",
            "[".repeat(60) + "]".repeat(60));

    static Stream<Arguments> samples() {
        return ShoppingTest.tellings();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void noValueThrows(String file, Vocabulary vocabulary) throws IOException {
        // given
        long seed = Long.getLong("seed", 20_260_302L);
        Random random = new Random(seed);
        RecordDecoder<ReportedEvent> reader = vocabulary.reader(Source.CLICKSTREAM);
        List<String> lines = Samples.lines(file);

        for (int i = 0; i < TIMES; i++) {
            // when
            ObjectNode document = (ObjectNode) JSON.readTree(lines.get(random.nextInt(lines.size())));
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                change(document, random);
            }
            byte[] bytes = JSON.writeValueAsBytes(document);

            // then
            assertThatCode(() -> read(reader, bytes))
                    .as("rerun with -Dseed=%d; %s", seed, document)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void noBytesThrow(String file, Vocabulary vocabulary) throws IOException {
        // given
        long seed = Long.getLong("seed", 20_260_302L);
        Random random = new Random(seed);
        RecordDecoder<ReportedEvent> reader = vocabulary.reader(Source.CLICKSTREAM);
        List<String> lines = Samples.lines(file);

        for (int i = 0; i < TIMES; i++) {
            // when
            byte[] bytes = lines.get(random.nextInt(lines.size())).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }

            // then
            assertThatCode(() -> read(reader, bytes))
                    .as("rerun with -Dseed=%d; round %d", seed, i)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everyWeirdValueInEveryPlaceIsAnAnswer(String file, Vocabulary vocabulary) throws IOException {
        RecordDecoder<ReportedEvent> reader = vocabulary.reader(Source.CLICKSTREAM);
        int answers = 0;
        for (String weird : WEIRD) {
            for (String line : Samples.lines(file)) {
                for (String name : (Iterable<String>) () -> names(line)) {
                    String json = line.replaceFirst(
                            "(\"" + java.util.regex.Pattern.quote(name) + "\": )(\"[^\"]*\"|[0-9.]+|null)",
                            "$1" + java.util.regex.Matcher.quoteReplacement(weird));
                    read(reader, json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    answers++;
                }
            }
        }
        assertThat(answers).isGreaterThan(WEIRD.size() * 20);
    }

    private static java.util.Iterator<String> names(String line) {
        return java.util.regex.Pattern.compile("\"([^\"]+)\": ")
                .matcher(line)
                .results()
                .map(found -> found.group(1))
                .iterator();
    }

    private static void read(RecordDecoder<ReportedEvent> reader, byte[] bytes) {
        Decoded<ReportedEvent> decoded = reader.decode(bytes);
        if (decoded instanceof Decoded.Value<ReportedEvent> value) {
            Reading reading = OccurrenceReader.read(value.value(), 1, false, POSITION);
            if (reading instanceof Reading.Valid valid) {
                EventTypes.read(valid.occurrence());
            }
        }
    }

    private static void change(ObjectNode document, Random random) throws IOException {
        List<JsonNode> containers = new ArrayList<>();
        collect(document, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        JsonNode weird = JSON.readTree(weird(random));
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            object.set(names.get(random.nextInt(names.size())), weird);
        } else if (container instanceof ArrayNode array) {
            array.add(weird);
        }
    }

    /** Values that a tree can hold; the others are tried as text. */
    private static String weird(Random random) {
        String text = WEIRD.get(random.nextInt(WEIRD.size()));
        return text.matches("-?1e.*") ? "\"" + text + "\"" : text;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
