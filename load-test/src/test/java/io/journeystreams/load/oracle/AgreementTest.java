package io.journeystreams.load.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.load.generator.Canary;
import io.journeystreams.load.generator.Generator;
import io.journeystreams.load.generator.PlannedRecord;
import io.journeystreams.load.generator.Population;
import io.journeystreams.load.generator.Rates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two readings of the same rules. Every third page of the generator's is looked at as a product's, so that stages go to and fro.
 * {@code -Dseed=…} runs one, {@code -Dseeds=500} that many.
 */
class AgreementTest {
    private static final Instant BEGINNING = Instant.parse("2026-03-01T10:00:00Z");

    /**
     * They have found faults. 77: an alert that was needless when it was told ends no other; 84: a merge is known before its time; 160: a
     * copy of what a device did before it changed hands; 165: a later report of an order; 181: bought before going to the till;
     * 191: an alert of a guest's cart that has become the account's; 202: an alert of a guest's cart that was empty by then; 214: three
     * alerts of a cart of which a part was bought.
     */
    private static final List<Long> TELLING = List.of(77L, 84L, 160L, 165L, 181L, 191L, 202L, 214L);

    static LongStream seeds() {
        Long one = Long.getLong("seed");
        LongStream first = LongStream.range(1, 1 + Integer.getInteger("seeds", 12));
        return one != null
                ? LongStream.of(one)
                : LongStream.concat(first, TELLING.stream().mapToLong(seed -> seed))
                        .distinct();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oracleAndProcessorAgree(long seed, @TempDir Path directory) throws Exception {
        // given
        ShopRules rules = ShopRules.compressed();
        List<InputRecord> log = log(seed);

        // when
        Published published = new Backtest(directory).run(log, rules);

        // then
        Verdict verdict = new Oracle(rules, List.of(Canary.EMAIL, Canary.PHONE)).compare(log, published);
        assertThat(verdict.differences()).as("rerun with -Dseed=%d", seed).isEmpty();
        assertThat(verdict.leftOpen()).as("rerun with -Dseed=%d", seed).isEmpty();
    }

    private static List<InputRecord> log(long seed) {
        Population population = Population.of(Integer.getInteger("players", 30));
        List<InputRecord> log = new ArrayList<>();
        for (PlannedRecord planned :
                new Generator(seed, population, Rates.usual()).plan(BEGINNING, Duration.ofSeconds(60))) {
            if (planned.content() instanceof PlannedRecord.Event event) {
                long timestampMs = BEGINNING.plusMillis(planned.afterMs()).toEpochMilli();
                log.add(new InputRecord(
                        planned.topic(), 0, log.size(), timestampMs, someProductsViewed(event.event())));
            }
        }
        return log;
    }

    private static SpecificRecord someProductsViewed(SpecificRecord event) {
        boolean isView = event instanceof ClickstreamEvent click
                && click.getType().equals("page_viewed")
                && Math.floorMod(click.getEventId().hashCode(), 3) == 0;
        return isView
                ? ClickstreamEvent.newBuilder((ClickstreamEvent) event)
                        .setType("product_viewed")
                        .build()
                : event;
    }
}
