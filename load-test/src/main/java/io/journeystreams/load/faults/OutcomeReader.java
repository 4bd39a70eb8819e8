package io.journeystreams.load.faults;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.StageTransitionEvent;
import io.journeystreams.load.oracle.InputRecord;
import io.journeystreams.load.oracle.Published;
import io.journeystreams.load.rig.Pause;
import io.journeystreams.registry.AvroPayloadDecoder;
import io.journeystreams.registry.Decoded;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.WriterSchemas;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads an {@link Outcome} out of the topics, when nothing runs any more. */
final class OutcomeReader {

    /** Longer than Kafka takes to give up the transaction of a producer that does not come back. */
    private static final Duration TRANSACTIONS_END_WITHIN = Duration.ofSeconds(40);

    private static final String ID = "ce_id";
    private static final String ORIGIN = "__streams.errors.";

    private final TopicReader topics;
    private final WriterSchemas schemas;
    private final Journal journal = new Journal();
    private final List<InputRecord> readable = new ArrayList<>();
    private final Set<Position> unreadable = new HashSet<>();

    OutcomeReader(TopicReader topics, RegistryConnection registry) {
        this.topics = topics;
        this.schemas = new WriterSchemas(registry);
    }

    Outcome read() {
        long openTransactions = awaitTransactions();
        readJournal();
        readInput(ShopTopics.CLICKSTREAM, ClickstreamEvent.class);
        readInput(ShopTopics.CRM, CrmEvent.class);
        Map<String, List<String>> ids = new TreeMap<>();
        ShopTopics.OUTPUTS.forEach(topic -> ids.put(topic, ids(topic)));
        return new Outcome(
                List.copyOf(readable),
                Set.copyOf(unreadable),
                journal.news(),
                journal.journaled(),
                topics.read(ShopTopics.DEAD_LETTERS).stream()
                        .map(OutcomeReader::deadLetter)
                        .toList(),
                new Published(
                        values(ShopTopics.SESSIONS, SessionEvent.class),
                        values(ShopTopics.ABANDONMENT, AbandonmentEvent.class),
                        values(ShopTopics.ACTIONS, AbandonmentEvent.class),
                        values(ShopTopics.TRANSITIONS, StageTransitionEvent.class)),
                ids,
                openTransactions);
    }

    private long awaitTransactions() {
        long stopNanos = System.nanoTime() + TRANSACTIONS_END_WITHIN.toNanos();
        long open = inOpenTransactions();
        while (open > 0 && System.nanoTime() < stopNanos) {
            Pause.briefly();
            open = inOpenTransactions();
        }
        return open;
    }

    private long inOpenTransactions() {
        return Stream.concat(Stream.of(ShopTopics.JOURNAL, ShopTopics.DEAD_LETTERS), ShopTopics.OUTPUTS.stream())
                .mapToLong(topics::inOpenTransactions)
                .sum();
    }

    private <T extends SpecificRecord> void readInput(String topic, Class<T> type) {
        AvroPayloadDecoder<T> decoder = new AvroPayloadDecoder<>(type, schemas);
        for (ConsumerRecord<byte[], byte[]> record : topics.read(topic)) {
            Position position = new Position(topic, record.partition(), record.offset());
            if (record.value() != null && decoder.decode(record.value()) instanceof Decoded.Value<T> decoded) {
                readable.add(new InputRecord(
                        topic,
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        decoded.value(),
                        journal.arrival(position)));
            } else {
                unreadable.add(position);
            }
        }
    }

    private void readJournal() {
        AvroPayloadDecoder<JournalEntry> decoder = new AvroPayloadDecoder<>(JournalEntry.class, schemas);
        for (ConsumerRecord<byte[], byte[]> record : topics.read(ShopTopics.JOURNAL)) {
            journal.read(
                    record.partition(),
                    record.offset(),
                    ((Decoded.Value<JournalEntry>) decoder.decode(record.value())).value());
        }
    }

    private <T extends SpecificRecord> List<T> values(String topic, Class<T> type) {
        AvroPayloadDecoder<T> decoder = new AvroPayloadDecoder<>(type, schemas);
        return topics.read(topic).stream()
                .map(record -> ((Decoded.Value<T>) decoder.decode(record.value())).value())
                .toList();
    }

    private List<String> ids(String topic) {
        return topics.read(topic).stream().map(record -> header(record, ID)).toList();
    }

    private static DeadLetter deadLetter(ConsumerRecord<byte[], byte[]> record) {
        Position position = new Position(
                header(record, ORIGIN + "topic"),
                Integer.parseInt(header(record, ORIGIN + "partition")),
                Long.parseLong(header(record, ORIGIN + "offset")));
        String headers = StreamSupport.stream(record.headers().spliterator(), false)
                .map(header -> header.key() + "=" + text(header))
                .reduce("", (all, one) -> all + "\n" + one);
        return new DeadLetter(position, header(record, "journey.reason"), headers);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : text(header);
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
