package io.journeystreams.load.generator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Plans what a shop's customers do within a minute or two of compressed life ({@code ShopRules.compressed()}), with everything
 * that their sources do wrong. The same seed, beginning and length give the same plan.
 */
public final class Generator {
    private static final long GRACE_MS = 1_000;
    private static final long USUAL_DELAY_MS = 50;

    private final long seed;
    private final Population population;
    private final Rates rates;

    public Generator(long seed, Population population, Rates rates) {
        this.seed = seed;
        this.population = population;
        this.rates = rates;
    }

    /**
     * In the order in which it is to be sent.
     *
     * @param beginning when the run begins; events are stamped accordingly
     * @param length after which nobody does anything any more; what lags comes up to 20 s later
     */
    public List<PlannedRecord> plan(Instant beginning, Duration length) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PlannedRecord> plan = new ArrayList<>();
        for (Happening happening : new Lives(random.split(), rates, length.toMillis()).of(population)) {
            if (happening.atMs() <= length.toMillis()) {
                send(happening, beginning, random, plan);
            }
        }
        long poisons = Math.round(plan.size() * rates.poison());
        for (long i = 0; i < poisons; i++) {
            plan.add(poison(random, length.toMillis()));
        }
        plan.sort(Comparator.comparingLong(PlannedRecord::afterMs));
        return List.copyOf(plan);
    }

    private void send(Happening happening, Instant beginning, SplittableRandom random, List<PlannedRecord> plan) {
        PlannedRecord.Event event = new PlannedRecord.Event(happening.event(beginning));
        long afterMs = happening.atMs() + happening.lagMs() + delayMs(happening, random);
        plan.add(new PlannedRecord(afterMs, happening.topic(), happening.key(), event));
        if (random.nextDouble() >= rates.duplicated()) {
            return;
        }
        for (int copies = random.nextInt(1, 3); copies > 0; copies--) {
            long againMs = afterMs + random.nextLong(1, 3_000);
            plan.add(new PlannedRecord(againMs, happening.topic(), happening.key(), event));
        }
    }

    private long delayMs(Happening happening, SplittableRandom random) {
        double dice = random.nextDouble();
        if (!happening.crm() && dice < rates.late()) {
            return random.nextLong(GRACE_MS, 3 * GRACE_MS);
        }
        if (dice < rates.late() + rates.reordered()) {
            return random.nextLong(USUAL_DELAY_MS, 7 * GRACE_MS / 10);
        }
        return rates.reordered() == 0 ? 0 : random.nextLong(0, USUAL_DELAY_MS);
    }

    private static PlannedRecord poison(SplittableRandom random, long lengthMs) {
        String topic = random.nextInt(3) == 0 ? Happening.CRM : Happening.CLICKSTREAM;
        String key = "poison-" + random.nextInt(1000);
        return new PlannedRecord(random.nextLong(0, lengthMs), topic, key, Poisons.any(random));
    }
}
