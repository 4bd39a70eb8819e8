package io.journeystreams.load.flink;

import java.nio.file.Path;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/** Flink's configuration, by what its manual advises for a job of this kind. */
final class FlinkSettings {

    private static final String LOOPBACK = "localhost";

    /** Of RocksDB, beside the heap: block cache and write buffers. */
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(256);

    private FlinkSettings() {}

    static Configuration of(FlinkArguments arguments) {
        Configuration settings = new Configuration();
        keepState(settings, arguments.directory());
        checkpoint(settings, arguments);
        handOn(settings);
        stayLocal(settings, arguments);
        return settings;
    }

    private static void keepState(Configuration settings, Path directory) {
        settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        settings.set(
                RocksDBOptions.LOCAL_DIRECTORIES, directory.resolve("rocksdb").toString());
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        // there are as many as visitors in the shop at a time: few
        settings.set(RocksDBOptions.TIMER_SERVICE_FACTORY, PriorityQueueStateType.HEAP);
    }

    private static void checkpoint(Configuration settings, FlinkArguments arguments) {
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, arguments.checkpointInterval());
        settings.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                arguments.directory().resolve("checkpoints").toUri().toString());
        // a run in which the job failed is no run
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    }

    private static void handOn(Configuration settings) {
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        // nothing is to fall back to Kryo unnoticed
        settings.set(PipelineOptions.GENERIC_TYPES, false);
    }

    private static void stayLocal(Configuration settings, FlinkArguments arguments) {
        settings.set(TaskManagerOptions.NUM_TASK_SLOTS, arguments.threads());
        settings.set(JobManagerOptions.ADDRESS, LOOPBACK);
        settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        settings.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        settings.set(RestOptions.ADDRESS, LOOPBACK);
        settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        settings.set(RestOptions.BIND_PORT, "0");
        settings.set(SecurityOptions.DELEGATION_TOKENS_ENABLED, false);
        settings.set(CoreOptions.TMP_DIRS, arguments.directory().resolve("tmp").toString());
    }
}
