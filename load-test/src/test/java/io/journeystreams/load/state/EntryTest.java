package io.journeystreams.load.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.load.bench.BenchTopics;
import io.journeystreams.topology.JournalPartitioner;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final int TEMPLATE = Shop.deviceOf(3);

    @Test
    void copiesStandWhereTheJournalHasTheirEvents() {
        for (int customer = 0; customer < 500; customer++) {
            // given
            int device = Shop.deviceOf(customer);
            for (int profileAt : new int[] {0, Long.BYTES}) {
                Entry entry = Entry.of(record(profileAt), profileAt, TEMPLATE);

                // when
                ProducerRecord<byte[], byte[]> copy = entry.about(Names.of(device));

                // then
                byte[] profile = Names.profileKeys(device).get(0).getBytes(UTF_8);
                assertThat(Entry.profileIn(copy.key(), profileAt)).isEqualTo(new String(profile, UTF_8));
                assertThat(new JournalPartitioner()
                                .partitions("journey.journal", profile, new byte[0], BenchTopics.PARTITIONS))
                        .hasValue(Set.of(copy.partition()));
            }
        }
    }

    /** Of a template, whose key begins with a time if there is room for it. */
    private static ConsumerRecord<byte[], byte[]> record(int profileAt) {
        byte[] profile = Names.profileKeys(TEMPLATE).get(0).getBytes(UTF_8);
        byte[] key = ByteBuffer.allocate(profileAt + profile.length)
                .put(new byte[profileAt])
                .put(profile)
                .array();
        return new ConsumerRecord<>(
                "some-changelog",
                0,
                0,
                1,
                TimestampType.CREATE_TIME,
                key.length,
                0,
                key,
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
