package io.journeystreams.query;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.map.MapCount;
import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.map.MapSlice;
import io.journeystreams.map.Grain;
import io.journeystreams.map.MapQuestion;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/**
 * What an answer about the map costs where every slice has every line: by hand, not in the build. {@code MapCost [visitors of a cell]}.
 */
public final class MapCost {

    private static final long BEGINNING_MS = 1_774_000_000_000L / Grain.DAY.lengthMs() * Grain.DAY.lengthMs();
    private static final List<MapSeries> SERIES = List.of(MapSeries.values());
    private static final int SLICES = 100;
    private static final int LINES = 30;
    private static final int DAYS = 28;
    private static final int WARM_UP = 10;
    private static final int ANSWERS = 20;

    private MapCost() {}

    public static void main(String[] arguments) {
        int visitors = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        MapInMemory map = new MapInMemory(0, Set.of());
        Random random = new Random(1);
        for (int day = 0; day < DAYS; day++) {
            for (int slice = 0; slice < SLICES; slice++) {
                fill(map, day, slice, visitors, random);
            }
        }
        long endMs = BEGINNING_MS + DAYS * Grain.DAY.lengthMs();
        measure(map, "a day in hours", Grain.HOUR, endMs - Grain.DAY.lengthMs(), endMs);
        measure(map, "28 days", Grain.DAY, BEGINNING_MS, endMs);
    }

    private static void fill(MapInMemory map, int day, int slice, int visitors, Random random) {
        MapSlice whose = new MapSlice("channel" + slice % 10, "device" + slice / 10 % 5, "segment" + slice / 50);
        for (int visitor = 0; visitor < visitors; visitor++) {
            List<MapCount> counts = new ArrayList<>();
            for (int line = 0; line < LINES; line++) {
                MapSeries series = SERIES.get(line % SERIES.size());
                long atMs = BEGINNING_MS + day * Grain.DAY.lengthMs() + random.nextInt(24) * Grain.HOUR.lengthMs();
                counts.add(new MapCount(
                        atMs,
                        whose,
                        new MapLine(series, "from" + line, series == MapSeries.CHURN ? "FIRING " + line : "to" + line),
                        1,
                        false,
                        OptionalLong.of(random.nextLong(Duration.ofHours(1).toMillis())),
                        Optional.of(new Money(random.nextInt(1_000_000), "EUR"))));
            }
            map.count(ProfileKey.ofCustomer(day + "." + slice + "." + visitor), counts);
        }
    }

    private static void measure(MapInMemory map, String what, Grain grain, long fromMs, long toMs) {
        MapQuestion question =
                new MapQuestion(grain, fromMs, toMs, Optional.empty(), Optional.empty(), Optional.empty());
        MapJson json = new MapJson(EnginePolicy.defaults());
        long characters = 0;
        long startedNanos = 0;
        for (int i = -WARM_UP; i < ANSWERS; i++) {
            if (i == 0) {
                startedNanos = cpuNanos();
            }
            characters = json.write(question, map.read(question), 1).length();
        }
        double ms = (cpuNanos() - startedNanos) / 1e6 / ANSWERS;
        System.out.printf(Locale.ROOT, "%s: %.1f ms of CPU an answer of %d kB%n", what, ms, characters / 1_000);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
