package io.journeystreams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.topology.RecordLimits;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

    @Test
    void settingsAreExactlyOnceNamedBoundedAndOurs() {
        StreamsConfig config = new StreamsConfig(StreamsSettings.of("journey", "broker:9092", Path.of("/data/state"))
                .withThreads(3)
                .streamsConfig(RecordLimits.defaults()));
        assertThat(config.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(config.getBoolean("ensure.explicit.internal.resource.naming"))
                .isTrue();
        assertThat(config.getInt("num.stream.threads")).isEqualTo(3);
        assertThat(config.getLong("commit.interval.ms")).isEqualTo(100);
        assertThat(config.getLong("max.task.idle.ms")).isEqualTo(-1);
        assertThat(config.getString("state.dir")).isEqualTo("/data/state");
        assertThat(config.getClass("rocksdb.config.setter")).isEqualTo(BoundedRocksDb.class);
        assertThat(config.getClass("processing.exception.handler")).isEqualTo(FailingHandler.class);
        assertThat(config.getProducerConfigs("c"))
                .containsEntry("linger.ms", 100L)
                .containsEntry("max.request.size", 1_065_536);
    }

    @Test
    void staticMemberHasAnIdPerThread() {
        StreamsSettings settings = new StreamsSettings(
                "journey",
                "broker:9092",
                Path.of("/data/state"),
                1,
                Optional.of("pod-0"),
                1,
                StateMemory.defaults(),
                StreamsSettings.STORE_COMPACTION,
                Map.of());
        assertThat(new StreamsConfig(settings.streamsConfig(RecordLimits.defaults()))
                        .getMainConsumerConfigs("group", "client", 2))
                .containsEntry("group.instance.id", "pod-0-2");
    }

    @Test
    void kafkasOwnSettingsWinAndReachTheAdminClientWhereItKnowsThem() {
        StreamsSettings settings = new StreamsSettings(
                "journey",
                "broker:9092",
                Path.of("/data/state"),
                1,
                Optional.empty(),
                0,
                StateMemory.defaults(),
                StreamsSettings.STORE_COMPACTION,
                Map.of("security.protocol", "SSL", "commit.interval.ms", "200"));
        assertThat(settings.streamsConfig(RecordLimits.defaults())).containsEntry("commit.interval.ms", "200");
        assertThat(settings.adminConfig())
                .isEqualTo(Map.of("bootstrap.servers", "broker:9092", "security.protocol", "SSL"));
    }
}
