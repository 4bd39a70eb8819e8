package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Made-up shoppers on two devices each, who log in at any time and share accounts, with events that come up to four days late: much
 * is corrected, superseded and retracted, also across profiles. What is exported has to be whole all the same: every move of a case
 * begins where the one before has ended.
 */
@Timeout(120)
class ExportedJourneysTest {

    private static final long SEED = Long.getLong("seed", 20_260_302L);
    private static final Instant BEGINNING = Instant.parse("2026-03-01T08:00:00Z");
    private static final int SHOPPERS = 60;
    private static final long[] PAUSES_S = {0, 1, 60, 400, 4_000, 40_000};
    private static final long[] LATE_H = {0, 0, 0, 0, 0, 0, 0, 0, 1, 5, 30, 80};

    private final Random random = new Random(SEED);
    private final List<Event> events = new ArrayList<>();

    @TempDir
    private Path directory = Path.of("");

    /** @param comesAt when it is ingested */
    private record Event(Instant comesAt, String line) {}

    @Test
    void everyMoveBeginsWhereTheOneBeforeHasEnded() throws IOException {
        // given
        for (int shopper = 0; shopper < SHOPPERS; shopper++) {
            shop(shopper);
        }
        events.sort(Comparator.comparing(Event::comesAt));
        Path file = Files.write(
                directory.resolve("events.ndjson"),
                events.stream().map(Event::line).toList());
        Path out = directory.resolve("out");
        Run backtest = Run.journey("backtest", "--events", file.toString(), "--out", out.toString(), "--until", "+40d");
        assertThat(backtest.out()).as(backtest.err()).contains("dead letters   0\n");
        Path transitions = out.resolve("stage-transitions.ndjson");
        Path log = directory.resolve("log.csv");

        // when
        Run export = Run.journey(
                "export-log", "--transitions", transitions.toString(), "--format", "csv", "--out", log.toString());

        // then
        assertThat(export.code()).as(export.err()).isZero();
        assertThat(export.out()).as("much is superseded").containsPattern("superseded {5}[1-9]\\d");
        assertThat(export.out()).as("much is retracted").containsPattern("retracted {6}[1-9]\\d");
        Map<String, String> stages = new HashMap<>();
        for (Map<String, String> row : rows(log)) {
            String before = stages.getOrDefault(row.get("case:concept:name"), "");
            assertThat(row).as("rerun with -Dseed=%d", SEED).containsEntry("from", before);
            stages.put(String.valueOf(row.get("case:concept:name")), String.valueOf(row.get("concept:name")));
        }
        assertThat(stages).hasSizeGreaterThan(SHOPPERS);
    }

    private void shop(int shopper) {
        Instant at = BEGINNING.plusSeconds(random.nextInt(5 * 86_400));
        String account = "\"customerId\":\"c" + shopper / 2 + "\"";
        String customer = "\"customerId\":null";
        for (int step = 1 + random.nextInt(25); step > 0; step--) {
            at = at.plusSeconds(PAUSES_S[random.nextInt(PAUSES_S.length)]);
            String device = "\"anonymousId\":\"" + (random.nextBoolean() ? "laptop" : "phone") + shopper + "\"";
            int what = random.nextInt(100);
            if (what < 10) {
                customer = account;
                add(at, "identified", customer + "," + device);
            } else if (what < 60) {
                add(at, "product_viewed", customer + "," + device + ",\"lines\":[{\"productId\":\"p\"}]");
            } else if (what < 75) {
                add(at, "product_added", customer + "," + device + ",\"lines\":[{\"productId\":\"p\"}]");
            } else if (what < 85) {
                add(at, "checkout_started", customer + "," + device + ",\"lines\":[{\"productId\":\"p\"}]");
            } else if (customer.equals(account)) {
                add(at, "order_placed", customer + ",\"orderId\":\"o" + events.size() + "\"");
            }
        }
    }

    private void add(Instant at, String type, String rest) {
        Instant comesAt = at.plusSeconds(3_600 * LATE_H[random.nextInt(LATE_H.length)]);
        String source = type.equals("order_placed") ? "crm" : "clickstream";
        events.add(new Event(
                comesAt,
                "{\"eventId\":\"e" + events.size() + "\",\"type\":\"" + type + "\",\"occurredAt\":\"" + at
                        + "\",\"recordTimestamp\":\"" + comesAt + "\",\"source\":\"" + source + "\"," + rest + "}"));
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> rows =
                new CsvMapper().readerForMapOf(String.class).with(schema).readValues(file.toFile())) {
            return rows.readAll();
        }
    }
}
