package io.journeystreams.domain.engine;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.ProfileKey;
import java.util.List;

/** What a journal entry says to one profile. */
public sealed interface Entry {

    /**
     * Something happened.
     *
     * @param relayedBy profiles that passed it on because they go on in another one, in their order
     */
    record Event(JourneyEvent event, List<ProfileKey> relayedBy) implements Entry {

        public Event {
            relayedBy = List.copyOf(relayedBy);
        }

        public static Event of(JourneyEvent event) {
            return new Event(event, List.of());
        }
    }

    /**
     * To a device: a customer was seen on it (rule I2).
     *
     * @param cause the event that said so
     * @param atMs event time, epoch milliseconds
     */
    record CustomerSeen(ProfileKey customer, EventId cause, long atMs) implements Entry {}

    /**
     * Another profile goes on in this one.
     *
     * @param relayedBy as for an event
     */
    record HandedOver(HandOver handOver, List<ProfileKey> relayedBy) implements Entry {

        public HandedOver {
            relayedBy = List.copyOf(relayedBy);
        }
    }

    /**
     * To a profile that went on in a customer: that customer was erased, and nothing goes there any more (rule I8).
     *
     * @param atMs event time, epoch milliseconds
     */
    record SuccessorErased(ProfileKey customer, long atMs) implements Entry {}
}
