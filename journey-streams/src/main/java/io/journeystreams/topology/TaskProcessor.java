package io.journeystreams.topology;

import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** A processor whose work is done by a {@link Task} that is made when the context is there, so that it has all it needs. */
final class TaskProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    /** The work on one partition; used by one thread at a time. */
    interface Task {

        void process(Record<byte[], byte[]> record);

        /** The partition goes elsewhere, or the program ends. */
        default void close() {}
    }

    private final Function<ProcessorContext<byte[], byte[]>, Task> start;
    private @Nullable Task task;

    TaskProcessor(Function<ProcessorContext<byte[], byte[]>, Task> start) {
        this.start = start;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        task = start.apply(context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Objects.requireNonNull(task, "init comes first").process(record);
    }

    @Override
    public void close() {
        if (task != null) {
            task.close();
        }
    }
}
