package io.journeystreams.topology;

import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.contracts.RelayedEvent;
import io.journeystreams.contracts.SuccessorErased;
import io.journeystreams.domain.engine.Entry;
import io.journeystreams.domain.engine.HandOver;
import io.journeystreams.domain.engine.Relay;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.output.RecordEncoder;
import io.journeystreams.state.StoredProfile;
import io.journeystreams.state.codec.ProfileCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;

/** Writes what one profile has to tell another as a journal entry. For one thread. */
final class RelayWriter {

    private final RecordEncoder<JournalEntry> journal;
    private final ProfileCodec profiles = new ProfileCodec();

    RelayWriter(RecordEncoder<JournalEntry> journal) {
        this.journal = journal;
    }

    /** @param cause the entry that led to it; its intake time is kept, and its event is passed on untouched */
    Record<byte[], byte[]> write(Relay relay, JournalEntry cause) {
        JournalEntry entry = new JournalEntry(cause.getIntakeAt(), bodyOf(relay, cause));
        byte[] key = relay.to().value().getBytes(StandardCharsets.UTF_8);
        return new Record<>(key, journal.encode(entry), cause.getIntakeAt().toEpochMilli());
    }

    private Object bodyOf(Relay relay, JournalEntry cause) {
        String to = relay.to().value();
        if (relay.entry() instanceof Entry.Event event) {
            return new RelayedEvent(to, textsOf(event.relayedBy()), eventOf(cause));
        }
        if (relay.entry() instanceof Entry.HandedOver handedOver) {
            return handOver(handedOver, to);
        }
        if (relay.entry() instanceof Entry.SuccessorErased erased) {
            return new SuccessorErased(to, erased.customer().value(), Instant.ofEpochMilli(erased.atMs()));
        }
        throw new IllegalArgumentException("only intake says that a customer was seen on a device");
    }

    private io.journeystreams.contracts.HandOver handOver(Entry.HandedOver handedOver, String to) {
        HandOver given = handedOver.handOver();
        byte[] state = profiles.encode(new StoredProfile(given.state(), ProfileState.NEVER));
        return io.journeystreams.contracts.HandOver.newBuilder()
                .setHandOverId(given.id())
                .setFromProfile(given.from().value())
                .setToProfile(to)
                .setCauseEventId(given.causeEventId().value())
                .setState(ByteBuffer.wrap(state))
                .setCausedAt(Instant.ofEpochMilli(given.causedAtMs()))
                .setRelayedBy(textsOf(handedOver.relayedBy()))
                .build();
    }

    private static JournaledEvent eventOf(JournalEntry cause) {
        return cause.getBody() instanceof RelayedEvent relayed ? relayed.getEvent() : (JournaledEvent) cause.getBody();
    }

    private static List<String> textsOf(List<ProfileKey> keys) {
        return keys.stream().map(ProfileKey::value).toList();
    }
}
