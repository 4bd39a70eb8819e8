package io.journeystreams.cli;

import static org.apache.kafka.streams.StreamsConfig.APPLICATION_SERVER_CONFIG;

import io.journeystreams.canary.Canary;
import io.journeystreams.canary.CanarySettings;
import io.journeystreams.config.HttpSettings;
import io.journeystreams.config.JourneyConfig;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.intake.vocabulary.InputVocabularies;
import io.journeystreams.observe.Health;
import io.journeystreams.observe.HttpResource;
import io.journeystreams.observe.Metrics;
import io.journeystreams.observe.ObservationServer;
import io.journeystreams.observe.RestoreProgress;
import io.journeystreams.observe.StatusReport;
import io.journeystreams.query.AccessToken;
import io.journeystreams.query.AlertFeed;
import io.journeystreams.query.AlertsResource;
import io.journeystreams.query.Gate;
import io.journeystreams.query.LocalMap;
import io.journeystreams.query.MapResource;
import io.journeystreams.query.OpenApiResource;
import io.journeystreams.query.PageResource;
import io.journeystreams.query.Peers;
import io.journeystreams.query.ProfileQueries;
import io.journeystreams.query.ProfilesResource;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.runtime.JourneyRuntime;
import io.journeystreams.runtime.StopReason;
import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topics.TopicWatch;
import io.journeystreams.topology.Codecs;
import io.journeystreams.topology.RegistryCodecs;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;

/** The processor with what observes it, started together and stopped in the opposite order. */
final class RunningProcessor implements AutoCloseable {

    private final RegistryConnection registry;
    private final Metrics metrics;
    private final JourneyRuntime runtime;
    private final ObservationServer server;
    private final TopicWatch topics;
    private final Optional<Canary> canary;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private RunningProcessor(
            RegistryConnection registry,
            Metrics metrics,
            JourneyRuntime runtime,
            ObservationServer server,
            TopicWatch topics,
            Optional<Canary> canary) {
        this.registry = registry;
        this.metrics = metrics;
        this.runtime = runtime;
        this.server = server;
        this.topics = topics;
        this.canary = canary;
    }

    /** @throws Failure if the settings, the state directory or the HTTP address cannot be used */
    static RunningProcessor start(JourneyConfig config, StreamsSettings settings) {
        RegistryConnection registry = RegistryConnection.open(SchemasCommand.clientProperties(config.registry()));
        Metrics metrics = new Metrics();
        JourneyRuntime runtime = create(config, settings, registry, metrics);
        RestoreProgress restore = new RestoreProgress();
        runtime.streams().setGlobalStateRestoreListener(restore);
        TopicWatch topics = TopicWatch.start(config.kafka().clientProperties(), TopicsCommand.needs(config));
        Health health = new Health(runtime::state, restore, topics::gone);
        StatusReport status = new StatusReport(
                settings.applicationId(), config.policy().version(), health, metrics.journey(), Instant.now());
        Gate gate = new Gate(config.http().token().map(AccessToken::new));
        Peers peers = new Peers();
        ProfilesResource profiles = new ProfilesResource(
                gate, new ProfileQueries(runtime.streams())::find, config.policy(), peers, health::notReady);
        LocalMap map = new LocalMap(
                runtime.streams(),
                Optional.ofNullable(config.kafka().properties().get(APPLICATION_SERVER_CONFIG)));
        Peers mapPeers = new Peers();
        AlertFeed feed = new AlertFeed();
        metrics.journey().tellAlertsTo(feed::add);
        ObservationServer server = serve(
                config.http(),
                health,
                metrics,
                status,
                List.of(
                        profiles,
                        new MapResource(gate, map, config.policy(), mapPeers, health::notReady),
                        new AlertsResource(gate, feed, map, mapPeers),
                        new OpenApiResource(),
                        new PageResource()));
        metrics.observe(runtime.streams(), health, settings.stateDirectory());
        runtime.start();
        Optional<Canary> canary = config.canaryEvery()
                .map(every -> Canary.start(
                        new CanarySettings(
                                settings.instanceId().orElse(settings.applicationId()),
                                every,
                                config.kafka().clientProperties()),
                        registry,
                        () -> health.notReady().isEmpty(),
                        metrics.journey()));
        return new RunningProcessor(registry, metrics, runtime, server, topics, canary);
    }

    /** Host and port of health and metrics. */
    String address() {
        InetSocketAddress address = server.address();
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** Whether it has its partitions and works on them. */
    boolean isRunning() {
        return runtime.state() == KafkaStreams.State.RUNNING;
    }

    /** Arming and its outcomes over all partitions. */
    Tally tally() {
        return metrics.journey().total();
    }

    /** Why it is not running any more; empty while it is. */
    Optional<StopReason> stopReason() {
        return Optional.ofNullable(runtime.stopped().getNow(null));
    }

    StopReason awaitStop() {
        return runtime.stopped().join();
    }

    /** SIGTERM and Ctrl-C stop the processor and end the process with 0: doing what was asked is no error. */
    void stopOnSignal(PrintWriter out) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndEnd(out), "stop"));
    }

    private void stopAndEnd(PrintWriter out) {
        if (isClosed.get()) {
            return;
        }
        out.println("stopping …");
        close();
        out.println("stopped");
        out.flush();
        Runtime.getRuntime().halt(ExitCode.OK.code());
    }

    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        canary.ifPresent(Canary::close);
        runtime.close();
        server.close();
        topics.close();
        registry.close();
        metrics.close();
    }

    private static JourneyRuntime create(
            JourneyConfig config, StreamsSettings settings, RegistryConnection registry, Metrics metrics) {
        try {
            Codecs codecs = RegistryCodecs.of(registry, SchemaSource.LOOK_UP);
            return JourneyRuntime.create(
                    settings,
                    config.policy(),
                    codecs.reading(InputVocabularies.configured(config.inputs(), codecs.inputs())),
                    metrics.journey());
        } catch (ConfigException e) {
            throw new Failure(ExitCode.CONFIGURATION, "kafka.properties: " + e.getMessage(), e);
        } catch (StreamsException e) {
            throw new Failure(
                    ExitCode.STATE_DIRECTORY,
                    "streams.stateDirectory: " + settings.stateDirectory()
                            + " cannot be used; is another instance running on it? Each needs its own",
                    e);
        }
    }

    private static ObservationServer serve(
            HttpSettings http, Health health, Metrics metrics, StatusReport status, List<HttpResource> resources) {
        try {
            return ObservationServer.start(
                    new InetSocketAddress(http.host(), http.port()), health, metrics::scrape, status, resources);
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.HTTP,
                    "http: cannot listen on " + http.host() + ":" + http.port() + " (" + e.getMessage()
                            + "); set http.port or http.host to another one",
                    e);
        }
    }
}
