package io.journeystreams.load.flink;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Sessions and abandoned carts on Flink, in a cluster inside of this process.
 *
 * <pre>
 *   Kafka ─► decode, keep what is needed ─► by device ─► state and timers (RocksDB) ─► Kafka, in transactions
 * </pre>
 */
public final class FlinkJob {

    /** How much earlier than others an event may have happened that comes after them. */
    static final Duration OUT_OF_ORDER = Duration.ofMinutes(2);

    private static final String INPUT = "clickstream.events";

    /** Brokers allow 15 minutes by default, and the connector asks for an hour. */
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(10);

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    private FlinkJob() {}

    /** Runs until the process is told to end; if the job fails, the process ends with it. */
    public static void main(String[] given) throws Exception {
        FlinkArguments arguments = FlinkArguments.of(given);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(arguments.threads(), FlinkSettings.of(arguments));
        define(environment, arguments);
        JobClient job = environment.executeAsync(arguments.group());
        CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!end.isDone()) {
                cancel(job);
            }
        }));
        end.get();
    }

    private static void define(StreamExecutionEnvironment environment, FlinkArguments arguments) {
        WatermarkStrategy<Activity> eventTime = WatermarkStrategy.<Activity>forBoundedOutOfOrderness(OUT_OF_ORDER)
                .withTimestampAssigner((activity, recordMs) -> activity.atMs);
        environment
                .fromSource(source(arguments), eventTime, "events")
                .uid("events")
                .keyBy(activity -> activity.device)
                .process(new VisitorFunction(arguments.registryUrl()))
                .uid("visitors")
                .sinkTo(sink(arguments))
                .uid("outcomes");
    }

    private static KafkaSource<Activity> source(FlinkArguments arguments) {
        return KafkaSource.<Activity>builder()
                .setBootstrapServers(arguments.bootstrapServers())
                .setGroupId(arguments.group())
                .setTopics(INPUT)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .setDeserializer(new ActivityReader(arguments.registryUrl()))
                .build();
    }

    /** One for both topics: a checkpoint takes one transaction. */
    private static KafkaSink<Outcome> sink(FlinkArguments arguments) {
        return KafkaSink.<Outcome>builder()
                .setBootstrapServers(arguments.bootstrapServers())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(arguments.group())
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, String.valueOf(TRANSACTION_TIMEOUT.toMillis()))
                .setRecordSerializer(new OutcomeWriter())
                .build();
    }

    private static void cancel(JobClient job) {
        try {
            job.cancel().get(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            System.err.println("could not be stopped in good order: " + e);
        }
    }
}
