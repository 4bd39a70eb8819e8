package io.journeystreams.load.bench;

import io.journeystreams.load.measure.ProcessCpu;
import io.journeystreams.load.rig.Cluster;
import io.journeystreams.load.rig.JavaProcess;
import io.journeystreams.load.rig.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Watches one run until everything that is to be found has been published, and takes samples on the way. */
public final class Watch {

    /** Results are read only when no more seem to come, since reading takes CPU from who is measured. */
    private static final Duration QUIET = Duration.ofMillis(1_500);

    /** On a machine that has other things to do; no contender is given up for being slow. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration PATIENCE_WITHOUT_RESULTS = Duration.ofSeconds(45);

    /** After so many commit intervals without a commit nothing moves: Flink's connector waits ten seconds for a next record first. */
    private static final long STANDS_STILL_INTERVALS = 2;

    private static final Duration PATIENCE_PER_EVENT = Duration.ofMillis(5);

    private final Cluster cluster;
    private final BenchTopics topics;
    private final InputWriter writer;
    private final Input input;
    private final List<Sample> samples = new ArrayList<>();

    public Watch(Cluster cluster, BenchTopics topics, InputWriter writer, Input input) {
        this.cluster = cluster;
        this.topics = topics;
        this.writer = writer;
        this.input = input;
    }

    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** Epoch milliseconds of the moment when all events had been read; gives signs of life if nothing moves before that. */
    public long untilRead(JavaProcess program, String group, Contender contender) {
        long stopNanos = patienceEndsNanos();
        while (sample(program, group).events() < input.events()) {
            if (System.nanoTime() > stopNanos) {
                throw new IllegalStateException(group + " does not come to an end: " + samples.get(samples.size() - 1));
            }
            if (standsStill(contender)) {
                writer.giveSigns();
            }
            Pause.briefly();
        }
        return last().atMs();
    }

    /**
     * Waits until as many results are there as there must be, or no more come; gives signs of life meanwhile, by which time goes
     * on for the contender.
     *
     * @return what was published
     */
    public Results untilComplete(JavaProcess program, String group, Contender contender, ResultReader reader) {
        Results results = reader.readOn();
        long stopNanos = System.nanoTime() + PATIENCE_WITHOUT_RESULTS.toNanos();
        while (!isComplete(results) && System.nanoTime() < stopNanos) {
            writer.giveSigns();
            awaitQuiet(program, group, contender);
            Results before = results;
            results = reader.readOn();
            if (!results.equals(before)) {
                stopNanos = System.nanoTime() + PATIENCE_WITHOUT_RESULTS.toNanos();
            }
        }
        return results;
    }

    /** Until nothing has been published for a while. */
    public void awaitQuiet(JavaProcess program, String group, Contender contender) {
        Map<TopicPartition, Long> ends = topics.ends(contender.resultTopics());
        long quietSinceNanos = System.nanoTime();
        while (System.nanoTime() - quietSinceNanos < QUIET.toNanos()) {
            Pause.briefly();
            sample(program, group);
            Map<TopicPartition, Long> now = topics.ends(contender.resultTopics());
            if (!now.equals(ends)) {
                ends = now;
                quietSinceNanos = System.nanoTime();
            }
        }
    }

    private long patienceEndsNanos() {
        return System.nanoTime()
                + PATIENCE.plus(PATIENCE_PER_EVENT.multipliedBy(input.events())).toNanos();
    }

    private boolean isComplete(Results results) {
        return results.sessions().size() >= input.right().sessions().size()
                && results.carts().size() >= input.right().carts().size();
    }

    /** Takes a sample now. */
    public Sample sample(JavaProcess program, String group) {
        program.requireAlive();
        long events = Math.min(topics.committed(group), input.events());
        samples.add(
                new Sample(System.currentTimeMillis(), ProcessCpu.ms(program.pid()), cluster.brokerCpuMs(), events));
        return last();
    }

    /** Since it has begun to read. */
    private boolean standsStill(Contender contender) {
        long events = last().events();
        long beforeMs = last().atMs() - STANDS_STILL_INTERVALS * contender.commitIntervalMs();
        return events > 0 && samples.stream().anyMatch(sample -> sample.events() == events && sample.atMs() < beforeMs);
    }

    private Sample last() {
        return samples.get(samples.size() - 1);
    }
}
