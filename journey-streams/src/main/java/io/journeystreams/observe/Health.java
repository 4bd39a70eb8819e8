package io.journeystreams.observe;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/** Whether the processor lives and is ready, in words when it is not. */
public final class Health {

    private final Supplier<KafkaStreams.State> state;
    private final RestoreProgress restore;
    private final Supplier<Optional<String>> lost;

    /** @param lost what it cannot do without and does not come back by itself, in words */
    public Health(Supplier<KafkaStreams.State> state, RestoreProgress restore, Supplier<Optional<String>> lost) {
        this.state = state;
        this.restore = restore;
        this.lost = lost;
    }

    KafkaStreams.State state() {
        return state.get();
    }

    OptionalInt restoredPercent() {
        return restore.percent();
    }

    /** Why it must be started again; empty while it works, restores or waits. */
    Optional<String> notLive() {
        KafkaStreams.State now = state.get();
        return now.hasCompletedShutdown() || now == KafkaStreams.State.PENDING_ERROR
                ? Optional.of("stopped: " + now)
                : lost.get();
    }

    /** Why it does not do its work now; empty if it does. */
    public Optional<String> notReady() {
        Optional<String> missing = lost.get();
        if (missing.isPresent()) {
            return missing;
        }
        OptionalInt percent = restore.percent();
        if (percent.isPresent()) {
            return Optional.of("restoring state: " + percent.getAsInt() + " %");
        }
        KafkaStreams.State now = state.get();
        return now == KafkaStreams.State.RUNNING ? Optional.empty() : Optional.of("not running: " + now);
    }
}
