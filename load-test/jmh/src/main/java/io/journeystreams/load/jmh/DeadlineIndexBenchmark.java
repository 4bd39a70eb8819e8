package io.journeystreams.load.jmh;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.state.Deadline;
import io.journeystreams.state.DeadlineIndex;
import io.journeystreams.topology.SweepBudget;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The index of the deadlines of 100 000 profiles, one each, of which there are as many afterwards: what every look costs that
 * finds nothing, what it costs to bring a deadline nearer or put it off, and to fire one and wait for the next.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class DeadlineIndexBenchmark {

    private static final int PROFILES = 100_000;

    /** Between one deadline and the next; milliseconds. */
    private static final long APART_MS = 100;

    private static final long ROUND_MS = PROFILES * APART_MS;

    /** Prime to the number of profiles: each gets its turn, and no neighbour the next. */
    private static final int STRIDE = 7_919;

    /** Entries that the processor takes at once. */
    private static final int LIMIT = SweepBudget.defaults().entries();

    /** Where the entries are. */
    public enum Place {
        MEMORY,
        ROCKSDB
    }

    @Param
    public Place place = Place.MEMORY;

    private final ProfileKey[] profiles = new ProfileKey[PROFILES];
    private final long[] dueAtMs = new long[PROFILES];

    @SuppressWarnings("NullAway.Init") // JMH sets up before it measures
    private DeadlineStore store;

    @SuppressWarnings("NullAway.Init") // as above
    private DeadlineIndex index;

    private int turn;
    private long nowMs;

    @Setup
    public void fill() {
        store = place == Place.MEMORY ? DeadlineStore.inMemory() : DeadlineStore.inRocksDb();
        index = new DeadlineIndex(store.store());
        for (int i = 0; i < PROFILES; i++) {
            profiles[i] = ProfileKey.ofCustomer(String.format("c%08d", i));
            dueAtMs[i] = beginningMs(i);
            index.add(deadlineOf(i));
        }
        nowMs = ROUND_MS - 1;
    }

    @TearDown
    public void closeStore() {
        store.close();
    }

    @Benchmark
    public List<Deadline> nothingIsDue() {
        return index.due(nowMs, LIMIT);
    }

    /** By half of what lies between two deadlines, to and fro. */
    @Benchmark
    public DeadlineIndex move() {
        turn = (turn + STRIDE) % PROFILES;
        index.remove(deadlineOf(turn));
        dueAtMs[turn] += isNearer(turn) ? APART_MS / 2 : -APART_MS / 2;
        index.add(deadlineOf(turn));
        return index;
    }

    /** The profile's next deadline is a round later. */
    @Benchmark
    public List<Deadline> fireNext() {
        nowMs += APART_MS;
        List<Deadline> due = index.due(nowMs, LIMIT);
        for (Deadline deadline : due) {
            index.remove(deadline);
            index.add(new Deadline(deadline.dueAtMs() + ROUND_MS, deadline.profile()));
        }
        return due;
    }

    private boolean isNearer(int profile) {
        return dueAtMs[profile] < beginningMs(profile);
    }

    private static long beginningMs(int profile) {
        return ROUND_MS + profile * APART_MS;
    }

    private Deadline deadlineOf(int profile) {
        return new Deadline(dueAtMs[profile], profiles[profile]);
    }
}
