package io.journeystreams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.topology.RecordLimits;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateMemoryTest {

    @Test
    void whatIsNotOnDiskYetTakesAQuarterOfTheBlockCache() {
        // when
        Map<String, Object> config = settings(new StateMemory(50, 512)).streamsConfig(RecordLimits.defaults());

        // then
        assertThat(config)
                .containsEntry(BoundedRocksDb.BLOCK_CACHE_BYTES, 512L * 1024 * 1024)
                .containsEntry(BoundedRocksDb.WRITE_BUFFER_BYTES, 128L * 1024 * 1024);
    }

    @Test
    void refusesWhatLeavesNoRoom() {
        assertThatThrownBy(() -> new StateMemory(76, 128)).hasMessageContaining("profileHeapPercent");
        assertThatThrownBy(() -> new StateMemory(-1, 128)).hasMessageContaining("profileHeapPercent");
        assertThatThrownBy(() -> new StateMemory(50, 15)).hasMessageContaining("rocksDbMb");
    }

    private static StreamsSettings settings(StateMemory memory) {
        return new StreamsSettings(
                "journey",
                "broker:9092",
                Path.of("/data/state"),
                1,
                Optional.empty(),
                0,
                memory,
                StreamsSettings.STORE_COMPACTION,
                Map.of());
    }
}
