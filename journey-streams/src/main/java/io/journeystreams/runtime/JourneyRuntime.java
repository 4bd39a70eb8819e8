package io.journeystreams.runtime;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.intake.InputSources;
import io.journeystreams.topology.Codecs;
import io.journeystreams.topology.JourneySettings;
import io.journeystreams.topology.JourneyTopology;
import io.journeystreams.topology.ProcessorMeters;
import io.journeystreams.topology.Topics;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processor in this process.
 *
 * <pre>
 *   create ─► start ─► (rebalancing ⇄ running) ─► close, or it gives up
 * </pre>
 */
public final class JourneyRuntime implements AutoCloseable {

    /** Longest time that {@link #close} takes: below the ten seconds that a container is usually given (fault R14). */
    public static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

    private static final Duration LOOK_UP_WITHIN = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(JourneyRuntime.class);

    private final KafkaStreams streams;
    private final boolean isStaticMember;
    private final Duration compaction;
    private final FailedThreads failedThreads = new FailedThreads();
    private final CompletableFuture<StopReason> stopped = new CompletableFuture<>();
    private Optional<StoreUpkeep> upkeep = Optional.empty();

    private JourneyRuntime(KafkaStreams streams, StreamsSettings settings) {
        this.streams = streams;
        this.isStaticMember = settings.instanceId().isPresent();
        this.compaction = settings.storeCompaction();
        streams.setUncaughtExceptionHandler(failedThreads);
        streams.setStateListener((now, before) -> onState(now));
    }

    /**
     * Looks up the input topics and builds the topology; nothing runs yet.
     *
     * @throws StartupException if an input topic does not exist, or the cluster does not answer
     */
    public static JourneyRuntime create(
            StreamsSettings settings, EnginePolicy policy, Codecs codecs, ProcessorMeters meters) {
        InputSources sources = InputTopics.lookUp(settings.adminConfig(), Topics.INPUTS, LOOK_UP_WITHIN);
        ProgressTrackingClientSupplier clients = new ProgressTrackingClientSupplier(settings.applicationId());
        JourneySettings journey = JourneySettings.of(policy, sources, codecs, clients, meters)
                .withProfileHeap(settings.memory().profileHeapPercent());
        Properties config = new Properties();
        config.putAll(settings.streamsConfig(journey.limits()));
        return new JourneyRuntime(
                new KafkaStreams(JourneyTopology.build(journey), new StreamsConfig(config), clients), settings);
    }

    public void start() {
        streams.start();
        upkeep = Optional.of(StoreUpkeep.start(compaction));
    }

    public KafkaStreams.State state() {
        return streams.state();
    }

    /** For meters, health and queries. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Completes when the processor has stopped, by itself or not. */
    public CompletableFuture<StopReason> stopped() {
        return stopped.copy();
    }

    /**
     * Stops within {@link #CLOSE_WITHIN}. A static member stays in its group, so that a restart finds its partitions again; any
     * other leaves, since nobody could take its place before its session times out.
     */
    @Override
    public void close() {
        close(isStaticMember ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP);
    }

    /** As {@link #close}, for an instance that does not come back: the others take over at once. */
    public void closeForGood() {
        close(GroupMembershipOperation.LEAVE_GROUP);
    }

    private void close(GroupMembershipOperation membership) {
        upkeep.ifPresent(StoreUpkeep::close);
        boolean inTime = streams.close(CloseOptions.timeout(CLOSE_WITHIN).withGroupMembershipOperation(membership));
        if (!inTime) {
            LOG.atWarn().addKeyValue("within", CLOSE_WITHIN).log("the processor did not stop in time");
        }
        stopped.complete(new StopReason.Closed());
    }

    private void onState(KafkaStreams.State now) {
        if (now == KafkaStreams.State.ERROR) {
            stopped.complete(failedThreads.reason());
        }
    }
}
