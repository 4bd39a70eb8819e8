package io.journeystreams.load.bench;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.SessionState;
import io.journeystreams.load.shop.Wire;
import io.journeystreams.registry.AvroPayloadDecoder;
import io.journeystreams.registry.Decoded;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.WriterSchemas;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Sessions and abandoned carts as a contender has published them so far. Of what was told several times the last counts. Alerts
 * that were taken back do not, nor other kinds than carts, nor the devices that only give signs of life.
 */
public final class ResultReader implements AutoCloseable {

    private static final String SESSIONS = "sessions";

    private final CommittedReader records;
    private final AvroPayloadDecoder<SessionEvent> sessionDecoder;
    private final AvroPayloadDecoder<AbandonmentEvent> alertDecoder;
    private final Map<String, ClosedSession> sessions = new HashMap<>();
    private final Map<String, AbandonedCart> carts = new HashMap<>();
    private long lastAppendedMs;

    public ResultReader(String bootstrapServers, RegistryConnection registry, List<String> topics) {
        WriterSchemas schemas = new WriterSchemas(registry);
        this.sessionDecoder = new AvroPayloadDecoder<>(SessionEvent.class, schemas);
        this.alertDecoder = new AvroPayloadDecoder<>(AbandonmentEvent.class, schemas);
        this.records = new CommittedReader(bootstrapServers, topics);
    }

    /** Reads on to where the topics end now. */
    Results readOn() {
        records.readOn(this::accept);
        Set<AbandonedCart> abandoned = new HashSet<>(carts.values());
        return new Results(new HashSet<>(sessions.values()), abandoned);
    }

    /** When the last record that counts could be read, by the broker's clock. */
    long lastAppendedMs() {
        return lastAppendedMs;
    }

    @Override
    public void close() {
        records.close();
    }

    private void accept(ConsumerRecord<byte[], byte[]> record) {
        boolean counts = record.topic().endsWith(SESSIONS)
                ? acceptSession(value(sessionDecoder, record))
                : acceptAlert(value(alertDecoder, record));
        if (counts) {
            lastAppendedMs = Math.max(lastAppendedMs, record.timestamp());
        }
    }

    private boolean acceptSession(SessionEvent session) {
        session.getSupersedes().forEach(sessions::remove);
        if (session.getState() == SessionState.STARTED || session.getDeviceId().startsWith(Wire.SIGN)) {
            return false;
        }
        sessions.put(
                session.getSessionId(),
                new ClosedSession(
                        session.getDeviceId(),
                        session.getStartedAt().toEpochMilli(),
                        session.getEndedAt().toEpochMilli(),
                        session.getEvents()));
        return true;
    }

    private boolean acceptAlert(AbandonmentEvent alert) {
        if (alert.getKind() != AbandonmentKind.CART) {
            return false;
        }
        if (alert.getState() == AbandonmentState.RETRACTED) {
            carts.remove(alert.getAlertId());
            return false;
        }
        AbandonedCart cart = new AbandonedCart(
                String.valueOf(alert.getDeviceId()), alert.getDeadline().toEpochMilli());
        return carts.put(alert.getAlertId(), cart) == null;
    }

    private static <T extends SpecificRecord> T value(
            AvroPayloadDecoder<T> decoder, ConsumerRecord<byte[], byte[]> record) {
        if (decoder.decode(record.value()) instanceof Decoded.Value<T> decoded) {
            return decoded.value();
        }
        throw new IllegalStateException("cannot be decoded: " + record.topic() + " at " + record.offset());
    }
}
