package io.journeystreams.topology;

import io.journeystreams.contracts.CustomerSeen;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.contracts.RelayedEvent;
import io.journeystreams.contracts.SuccessorErased;
import io.journeystreams.domain.engine.Entry;
import io.journeystreams.domain.engine.HandOver;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.intake.JournaledEventReader;
import io.journeystreams.intake.OccurrenceReader.Reading;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.state.codec.ProfileCodec;
import java.nio.ByteBuffer;
import java.util.List;

/** Reads from a journal entry to which profile it speaks, and what it says. For one thread. */
public final class EntryReader {

    private final JournaledEventReader events;
    private final ProfileCodec profiles = new ProfileCodec();

    public EntryReader(JournaledEventReader events) {
        this.events = events;
    }

    /** What came of reading. */
    public sealed interface Spoken {

        record To(ProfileKey profile, Entry entry) implements Spoken {}

        /** @param message what is wrong, without values */
        record Unreadable(RejectionReason reason, String message) implements Spoken {}
    }

    /** @param entry anything but a watermark */
    public Spoken read(JournalEntry entry) {
        Object body = entry.getBody();
        try {
            if (body instanceof JournaledEvent event) {
                return event(event.getProfile(), event, List.of());
            }
            if (body instanceof RelayedEvent relayed) {
                return event(relayed.getProfile(), relayed.getEvent(), keysOf(relayed.getRelayedBy()));
            }
            if (body instanceof CustomerSeen seen) {
                return new Spoken.To(new ProfileKey(seen.getProfile()), customerSeen(seen));
            }
            if (body instanceof io.journeystreams.contracts.HandOver handOver) {
                return new Spoken.To(new ProfileKey(handOver.getToProfile()), handedOver(handOver));
            }
            if (body instanceof SuccessorErased erased) {
                Entry forgotten = new Entry.SuccessorErased(
                        new ProfileKey(erased.getCustomer()),
                        erased.getErasedAt().toEpochMilli());
                return new Spoken.To(new ProfileKey(erased.getProfile()), forgotten);
            }
        } catch (IllegalArgumentException e) {
            return new Spoken.Unreadable(RejectionReason.INVALID_VALUE, "the journal entry holds an invalid value");
        }
        return new Spoken.Unreadable(RejectionReason.UNSUPPORTED, "the journal entry is of an unknown kind");
    }

    private Spoken event(String profile, JournaledEvent event, List<ProfileKey> relayedBy) {
        ProfileKey key = new ProfileKey(profile);
        Reading reading = events.read(event);
        if (reading instanceof Reading.Invalid invalid) {
            return new Spoken.Unreadable(invalid.reason(), invalid.message());
        }
        Reading.Valid valid = (Reading.Valid) reading;
        return new Spoken.To(key, new Entry.Event(EventTypes.read(valid.occurrence()), relayedBy));
    }

    private static Entry customerSeen(CustomerSeen seen) {
        return new Entry.CustomerSeen(
                new ProfileKey(seen.getCustomer()),
                new EventId(seen.getCauseEventId()),
                seen.getOccurredAt().toEpochMilli());
    }

    private Entry handedOver(io.journeystreams.contracts.HandOver handOver) {
        ProfileKey from = new ProfileKey(handOver.getFromProfile());
        HandOver given = new HandOver(
                handOver.getHandOverId(),
                new EventId(handOver.getCauseEventId()),
                handOver.getCausedAt().toEpochMilli(),
                profiles.decode(bytesOf(handOver.getState()), from).profile());
        return new Entry.HandedOver(given, keysOf(handOver.getRelayedBy()));
    }

    private static List<ProfileKey> keysOf(List<String> keys) {
        return keys.stream().map(ProfileKey::new).toList();
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
