package io.journeystreams.topology;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * A processor whose work is done by a {@link Task} that is made when the context is there, so that it has all it needs.
 *
 * <p>After a transaction that failed Kafka Streams closes a task and starts it anew in the same context, and does not cancel what
 * was scheduled (seen in 4.3.1). A task that is closed would then go on to speak of what it had read, which was rolled back and
 * is read again. Therefore what a task schedules ends with it.
 */
final class TaskProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    /** The work on one partition; used by one thread at a time. */
    interface Task {

        void process(Record<byte[], byte[]> record);

        /** What is to be done at intervals of the wall clock, from now on until the task is closed. */
        List<Regularly> regularly();

        /** The partition goes elsewhere, or the program ends. */
        default void close() {}
    }

    /** @param action given the time of the wall clock, epoch milliseconds */
    record Regularly(Duration interval, LongConsumer action) {}

    private final Function<ProcessorContext<byte[], byte[]>, Task> start;
    private @Nullable Task task;
    private List<Cancellable> schedules = List.of();

    TaskProcessor(Function<ProcessorContext<byte[], byte[]>, Task> start) {
        this.start = start;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        Task started = start.apply(context);
        schedules = started.regularly().stream()
                .map(todo -> context.schedule(todo.interval(), PunctuationType.WALL_CLOCK_TIME, todo.action()::accept))
                .toList();
        task = started;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Objects.requireNonNull(task, "init comes first").process(record);
    }

    @Override
    public void close() {
        schedules.forEach(Cancellable::cancel);
        if (task != null) {
            task.close();
        }
    }
}
