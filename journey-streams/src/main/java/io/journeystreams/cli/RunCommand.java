package io.journeystreams.cli;

import io.journeystreams.config.InstanceSettings;
import io.journeystreams.config.JourneyConfig;
import io.journeystreams.runtime.StateMemory;
import io.journeystreams.runtime.StopReason;
import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topics.TopicAdmin;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the processor until it is stopped: checks everything that it needs, one line a step, and starts. */
@Command(
        name = "run",
        description = "Run the processor. SIGTERM or Ctrl-C stops it cleanly.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        JourneyConfig config = options.load();
        out.printf("configuration    fine, policy version %s%n", config.policy().version());
        Path stateDirectory = config.streams().requireStateDirectory();
        StateDirectory.prepare(stateDirectory);
        out.printf("state directory  %s%n", stateDirectory);
        SchemasCommand.requireRegistered(config.registry());
        out.printf(
                "schemas          fine at %s%n",
                config.secrets().mask(config.registry().requireUrl()));
        try (TopicAdmin admin = TopicAdmin.connect(config.kafka().clientProperties())) {
            TopicsCommand.requireUsable(admin, TopicsCommand.needs(config), out);
        }
        out.printf(
                "topics           fine at %s%n",
                config.secrets().mask(config.kafka().requireBootstrapServers()));
        Logs.showLibraryWarnings();
        runUntilStopped(config, settings(config, stateDirectory), out);
    }

    private static void runUntilStopped(JourneyConfig config, StreamsSettings settings, PrintWriter out) {
        try (RunningProcessor processor = RunningProcessor.start(config, settings)) {
            processor.stopOnSignal(out);
            out.printf(
                    "processor        started, %d threads; health and metrics at http://%s%n",
                    settings.threads(), processor.address());
            StopReason reason = processor.awaitStop();
            if (reason instanceof StopReason.NotPermitted refused) {
                throw new Failure(
                        ExitCode.TOPICS,
                        refused.resource()
                                + ": the user of this configuration may not use it; journey topics check says"
                                + " which right is missing; nothing is lost, a restart goes on from the last commit");
            }
            if (reason instanceof StopReason.GaveUp gaveUp) {
                throw new Failure(
                        ExitCode.STREAM_THREAD,
                        "the processor gave up after repeated failures (" + gaveUp.failure()
                                + "); the log above says where; nothing is lost, a restart goes on from the last commit");
            }
        }
    }

    private static StreamsSettings settings(JourneyConfig config, Path stateDirectory) {
        InstanceSettings instance = config.streams();
        return new StreamsSettings(
                instance.applicationId(),
                config.kafka().requireBootstrapServers(),
                stateDirectory,
                instance.threads(),
                Optional.of(instance.instanceId().orElseGet(() -> StateDirectory.instanceId(stateDirectory))),
                instance.standbyReplicas(),
                new StateMemory(instance.profileHeapPercent(), instance.rocksDbMb()),
                StreamsSettings.STORE_COMPACTION,
                config.kafka().properties());
    }
}
