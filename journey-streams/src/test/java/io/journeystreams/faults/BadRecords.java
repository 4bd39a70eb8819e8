package io.journeystreams.faults;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.HandOver;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.contracts.PayloadFormat;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.SourcePosition;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.intake.Reports;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.SchemaRegistration;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.topology.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Records that nobody should send, in every topic that the processor reads, with what is wrong with each. */
final class BadRecords {

    private static final int HEADER_BYTES = 5;
    private static final int TOO_LARGE = 600_000;
    private static final byte[] LARGEST_NUMBER = {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};

    private final InputEncoder inputs;
    private final Cluster cluster;
    private final long nowMs = System.currentTimeMillis();
    private final Random random = new Random(5);

    BadRecords(Cluster cluster) {
        this.cluster = cluster;
        this.inputs = new InputEncoder(cluster.registry());
    }

    /** @param name for people */
    record Bad(
            String name,
            String topic,
            RejectionReason reason,
            long atMs,
            @Nullable Bytes value) {

        ProducerRecord<byte[], byte[]> record() {
            byte[] key = "key".getBytes(StandardCharsets.UTF_8);
            return new ProducerRecord<>(topic, 0, atMs, key, value == null ? null : value.get());
        }
    }

    List<Bad> all() {
        List<Bad> bad = new ArrayList<>();
        bytes(Topics.CLICKSTREAM, inputs.encode(clickstream("e").build()), bad);
        bytes(Topics.CRM, inputs.encode(crm("e").build()), bad);
        clickstreamFields(bad);
        crmFields(bad);
        journal(bad);
        return bad;
    }

    /** What is wrong before anybody looks at the fields. */
    private void bytes(String topic, byte[] good, List<Bad> bad) {
        byte[] foreign =
                topic.equals(Topics.CRM) ? inputs.encode(clickstream("e").build()) : inputs.encode(crm("e").build());
        add(bad, "nothing", topic, RejectionReason.NULL_VALUE, null);
        add(bad, "empty", topic, RejectionReason.UNREADABLE, new byte[0]);
        add(bad, "text", topic, RejectionReason.UNREADABLE, text("no Avro at all"));
        add(bad, "JSON", topic, RejectionReason.UNREADABLE, text("{\"type\":\"page_viewed\"}"));
        add(bad, "magic byte only", topic, RejectionReason.UNREADABLE, new byte[1]);
        add(bad, "half an id", topic, RejectionReason.UNREADABLE, Arrays.copyOf(good, 3));
        add(bad, "other magic byte", topic, RejectionReason.UNREADABLE, with(good, 0, 1));
        add(bad, "unknown schema", topic, RejectionReason.UNKNOWN_SCHEMA, with(good, 2, 77));
        add(bad, "negative schema id", topic, RejectionReason.UNKNOWN_SCHEMA, with(good, 1, 0xFF));
        add(bad, "no body", topic, RejectionReason.UNREADABLE, Arrays.copyOf(good, HEADER_BYTES));
        add(bad, "cut", topic, RejectionReason.UNREADABLE, Arrays.copyOf(good, good.length / 2));
        add(bad, "text of 2 GB", topic, RejectionReason.UNREADABLE, body(good, LARGEST_NUMBER));
        add(bad, "text of negative length", topic, RejectionReason.UNREADABLE, body(good, new byte[] {1}));
        add(bad, "noise", topic, RejectionReason.UNREADABLE, body(good, noise()));
        add(bad, "the other input's record", topic, RejectionReason.WRONG_TYPE, foreign);
        add(bad, "an output's record", topic, RejectionReason.WRONG_TYPE, output(topic));
        add(bad, "too large", topic, RejectionReason.TOO_LARGE, Arrays.copyOf(good, TOO_LARGE));
    }

    private void clickstreamFields(List<Bad> bad) {
        String topic = Topics.CLICKSTREAM;
        add(
                bad,
                "no id",
                topic,
                RejectionReason.MISSING_EVENT_ID,
                inputs.encode(clickstream("").build()));
        add(
                bad,
                "blank id",
                topic,
                RejectionReason.MISSING_EVENT_ID,
                inputs.encode(clickstream("  ").build()));
        add(
                bad,
                "no type",
                topic,
                RejectionReason.MISSING_TYPE,
                inputs.encode(clickstream("e").setType("").build()));
        add(
                bad,
                "no time",
                topic,
                RejectionReason.MISSING_TIME,
                inputs.encode(clickstream("e").setOccurredAt(Instant.EPOCH).build()));
        add(
                bad,
                "time before 1970",
                topic,
                RejectionReason.MISSING_TIME,
                inputs.encode(
                        clickstream("e").setOccurredAt(Instant.ofEpochMilli(-1)).build()));
        add(
                bad,
                "negative quantity",
                topic,
                RejectionReason.INVALID_VALUE,
                inputs.encode(clickstream("e")
                        .setLines(List.of(Reports.line("A", -1, "1.00", "EUR")))
                        .build()));
        bad.add(new Bad(
                "record of no time",
                topic,
                RejectionReason.INVALID_RECORD_TIMESTAMP,
                0,
                Bytes.wrap(inputs.encode(clickstream("e").build()))));
    }

    private void crmFields(List<Bad> bad) {
        String topic = Topics.CRM;
        add(
                bad,
                "nobody",
                topic,
                RejectionReason.MISSING_CUSTOMER,
                inputs.encode(crm("e").setCustomerId("").build()));
        add(bad, "no id", topic, RejectionReason.MISSING_EVENT_ID, inputs.encode(crm("").build()));
        add(
                bad,
                "no type",
                topic,
                RejectionReason.MISSING_TYPE,
                inputs.encode(crm("e").setType(" ").build()));
        add(
                bad,
                "no time",
                topic,
                RejectionReason.MISSING_TIME,
                inputs.encode(crm("e").setOccurredAt(Instant.EPOCH).build()));
    }

    private void journal(List<Bad> bad) {
        String topic = Topics.JOURNAL;
        byte[] payload = inputs.encode(clickstream("e").build());
        byte[] entry = entry("a:d1", PayloadFormat.CLICKSTREAM_AVRO, payload);
        add(bad, "nothing", topic, RejectionReason.NULL_VALUE, null);
        add(bad, "text", topic, RejectionReason.UNREADABLE, text("no entry"));
        add(bad, "cut", topic, RejectionReason.UNREADABLE, Arrays.copyOf(entry, entry.length / 3));
        add(bad, "unknown schema", topic, RejectionReason.UNKNOWN_SCHEMA, with(entry, 2, 77));
        add(bad, "an input's record", topic, RejectionReason.WRONG_TYPE, payload);
        add(
                bad,
                "no profile",
                topic,
                RejectionReason.INVALID_VALUE,
                entry("d1", PayloadFormat.CLICKSTREAM_AVRO, payload));
        add(
                bad,
                "payload of another kind",
                topic,
                RejectionReason.WRONG_TYPE,
                entry("a:d1", PayloadFormat.CRM_AVRO, payload));
        add(
                bad,
                "no payload",
                topic,
                RejectionReason.UNREADABLE,
                entry("a:d1", PayloadFormat.CLICKSTREAM_AVRO, new byte[0]));
        add(
                bad,
                "hand-over of a broken state",
                topic,
                RejectionReason.INVALID_VALUE,
                journal(new HandOver("h1", "a:d1", "c:7", "e1", ByteBuffer.allocate(1), Instant.now(), List.of())));
    }

    private ClickstreamEvent.Builder clickstream(String id) {
        return Reports.clickstream(id, "page_viewed", nowMs);
    }

    private CrmEvent.Builder crm(String id) {
        return Reports.crm(id, "customer_updated", nowMs);
    }

    private byte[] entry(String profile, PayloadFormat format, byte[] payload) {
        return journal(new JournaledEvent(
                profile,
                Instant.ofEpochMilli(nowMs),
                Instant.ofEpochMilli(nowMs),
                new SourcePosition(Topics.CLICKSTREAM, 0, 0L),
                false,
                false,
                format,
                ByteBuffer.wrap(payload),
                null));
    }

    private byte[] journal(Object body) {
        AvroSerializer<JournalEntry> serializer =
                new AvroSerializer<>(JournalEntry.class, cluster.registry(), SchemaSource.LOOK_UP);
        return Objects.requireNonNull(
                serializer.serialize(Topics.JOURNAL, new JournalEntry(Instant.ofEpochMilli(nowMs), body)));
    }

    /** The schema id of a session, and a body that is none. */
    private byte[] output(String topic) {
        String subject = Topics.SESSIONS + "-value";
        SchemaRegistration.Standing standing = new SchemaRegistration(cluster.registry())
                .register(Map.of(subject, SessionEvent.getClassSchema()))
                .get(subject);
        int id = ((SchemaRegistration.Standing.Unchanged) Objects.requireNonNull(standing)).id();
        return ByteBuffer.allocate(HEADER_BYTES + topic.length())
                .put((byte) 0)
                .putInt(id)
                .put(text(topic))
                .array();
    }

    private byte[] noise() {
        byte[] noise = new byte[200];
        random.nextBytes(noise);
        noise[0] = 1;
        return noise;
    }

    private static byte[] with(byte[] good, int index, int value) {
        byte[] changed = good.clone();
        changed[index] = (byte) value;
        return changed;
    }

    private static byte[] body(byte[] good, byte[] body) {
        byte[] changed = Arrays.copyOf(good, HEADER_BYTES + body.length);
        System.arraycopy(body, 0, changed, HEADER_BYTES, body.length);
        return changed;
    }

    private void add(List<Bad> bad, String name, String topic, RejectionReason reason, byte @Nullable [] value) {
        bad.add(new Bad(name, topic, reason, nowMs, value == null ? null : Bytes.wrap(value)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
