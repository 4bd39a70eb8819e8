package io.journeystreams.domain.service;

import io.journeystreams.domain.event.Occurrence;
import java.util.Locale;
import java.util.Optional;

/** How a customer reaches the service. */
public enum ContactChannel {
    CHAT,
    CALL,
    TICKET;

    /** As published, and as event types begin. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the types {@code chat_…}, {@code call_…}, {@code ticket_…}. */
    static ContactChannel of(Occurrence occurrence) {
        for (ContactChannel channel : values()) {
            if (occurrence.type().startsWith(channel.text() + "_")) {
                return channel;
            }
        }
        throw new IllegalArgumentException("not a type of the service: " + occurrence.type());
    }

    /** Id of the contact: {@code contact_id}, or {@code chat_id}, {@code call_id}, {@code ticket_id}. */
    Optional<String> contactId(Occurrence occurrence) {
        return occurrence.attribute("contact_id").or(() -> occurrence.attribute(text() + "_id"));
    }
}
