package io.journeystreams.sink;

import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.RegistryRefusedException;
import io.journeystreams.registry.RegistryUnavailableException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.LoggerFactory;

/** {@code java -jar journey-postgres-sink.jar sink.properties}; {@link SinkExit} says how it may end. */
public final class SinkMain {

    private static final int FETCH_BYTES = 8 * 1024 * 1024;

    private SinkMain() {}

    public static void main(String[] arguments) {
        StopSignal signal = StopSignal.install();
        SinkExit exit = SinkExit.UNEXPECTED;
        try {
            exit = run(arguments, signal::isAsked, signal::onAsked);
        } finally {
            signal.end(exit);
        }
    }

    /** How it ended; why stands on standard error. */
    static SinkExit run(String[] arguments, BooleanSupplier isAskedToStop) {
        return run(arguments, isAskedToStop, wakeUp -> {});
    }

    /** @param onAsked is told what to run when it is asked to stop */
    private static SinkExit run(String[] arguments, BooleanSupplier isAskedToStop, Consumer<Runnable> onAsked) {
        try {
            if (arguments.length != 1) {
                throw new SinkException(SinkExit.SETTINGS, "one argument is needed, a file of properties");
            }
            copy(SinkSettings.read(Path.of(arguments[0])), isAskedToStop, onAsked);
            return SinkExit.STOPPED;
        } catch (WakeupException asked) {
            return SinkExit.STOPPED;
        } catch (SinkException known) {
            return said(known.exit(), known);
        } catch (InvalidOffsetException deleted) {
            return said(SinkExit.GONE, deleted);
        } catch (RegistryUnavailableException | RegistryRefusedException registry) {
            return said(SinkExit.REGISTRY, registry);
        } catch (KafkaException kafka) {
            return ofKafka(kafka);
        } catch (RuntimeException fault) {
            LoggerFactory.getLogger(SinkMain.class).error("a fault of this program", fault);
            return SinkExit.UNEXPECTED;
        }
    }

    private static void copy(SinkSettings settings, BooleanSupplier isAskedToStop, Consumer<Runnable> onAsked) {
        try (Warehouse warehouse = Warehouse.open(settings);
                RegistryConnection registry = RegistryConnection.open(settings.registry());
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        consumerSettings(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            onAsked.accept(consumer::wakeup);
            new Sink(consumer, registry, warehouse, settings.topics()).run(isAskedToStop);
        }
    }

    /** Only what was committed is read, and where to go on is never Kafka's to say. */
    static Map<String, Object> consumerSettings(SinkSettings settings) {
        Map<String, Object> consumer = new HashMap<>();
        consumer.put(ConsumerConfig.GROUP_ID_CONFIG, "journey-postgres-sink");
        consumer.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        consumer.putAll(settings.kafka());
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchRecords());
        return consumer;
    }

    /** Kafka wraps what is thrown while partitions are assigned. */
    private static SinkExit ofKafka(KafkaException failure) {
        return failure.getCause() instanceof SinkException ours
                ? said(ours.exit(), ours)
                : said(SinkExit.KAFKA, failure);
    }

    private static SinkExit said(SinkExit exit, Exception why) {
        System.err.println("journey-postgres-sink: " + exit.meaning() + ": " + why.getMessage());
        return exit;
    }
}
