package io.journeystreams.local.broker;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * Controller and broker of one node, wired as Kafka's own {@link KafkaRaftServer} does, with one step between: before
 * the broker starts, the controller forgets the broker of the previous run.
 *
 * <p>Without it, a killed node comes back with its own controller still believing that the dead broker leads every
 * partition. The new broker then acts as the leader before it listens; when the dead broker's session ends, Kafka gives
 * up the commit markers that it was about to write ("partitions are likely deleted already"), and {@code read_committed}
 * consumers wait for ever (seen with 4.3.1). It also saves the wait for the session's end.
 */
final class SingleNode {

    private static final Duration CONTROLLER_LIMIT = Duration.ofSeconds(20);
    private static final Duration BROKER_STOP_LIMIT = Duration.ofSeconds(10);
    private static final long RETRY_MS = 20;

    private final ControllerServer controller;
    private final BrokerServer broker;

    SingleNode(KafkaConfig config) {
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> directories =
                KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(SingleNode.class), "");
        MetaPropertiesEnsemble properties = directories._1();
        Metrics metrics = Server.initializeMetrics(
                config, Time.SYSTEM, properties.clusterId().orElseThrow());
        QuorumConfig quorum = config.quorumConfig();
        SharedServer shared = new SharedServer(
                config,
                properties,
                Time.SYSTEM,
                metrics,
                CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
                List.of(),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2());
        this.broker = new BrokerServer(shared);
    }

    void start() {
        try {
            controller.startup();
            forgetPreviousBroker();
            broker.startup();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    void stop() {
        broker.shutdown(BROKER_STOP_LIMIT);
        controller.shutdown();
    }

    private void forgetPreviousBroker() {
        long deadline = System.nanoTime() + CONTROLLER_LIMIT.toNanos();
        while (!hasForgottenPreviousBroker()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the controller was not elected within " + CONTROLLER_LIMIT);
            }
        }
    }

    private boolean hasForgottenPreviousBroker() {
        try {
            controller
                    .controller()
                    .unregisterBroker(request(), BrokerSettings.NODE_ID)
                    .get(CONTROLLER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return hasForgottenPreviousBroker(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the controller does not answer", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static boolean hasForgottenPreviousBroker(ExecutionException failure) {
        if (failure.getCause() instanceof BrokerIdNotRegisteredException) {
            return true;
        }
        if (failure.getCause() instanceof NotControllerException) {
            pause();
            return false;
        }
        throw new IllegalStateException("the controller cannot forget the previous broker", failure);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while the controller started", cause);
    }

    private static ControllerRequestContext request() {
        return new ControllerRequestContext(new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
    }
}
