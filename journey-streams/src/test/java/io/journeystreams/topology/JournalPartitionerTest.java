package io.journeystreams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class JournalPartitionerTest {

    private static final byte[] VALUE = new byte[0];

    private final JournalPartitioner partitioner = new JournalPartitioner();

    @Test
    void watermarkGoesToEveryPartition() {
        assertThat(partitioner.partitions(Topics.JOURNAL, "~watermark".getBytes(UTF_8), VALUE, 4))
                .contains(Set.of(0, 1, 2, 3));
    }

    @Test
    void eventGoesWhereTheProducersOwnHashPutsIt() {
        IntStream.range(0, 100).mapToObj(i -> ("a:d" + i).getBytes(UTF_8)).forEach(key -> assertThat(
                        partitioner.partitions(Topics.JOURNAL, key, VALUE, 7))
                .contains(Set.of(BuiltInPartitioner.partitionForKey(key, 7))));
    }
}
