package io.journeystreams.domain.person;

import java.util.Locale;
import java.util.Optional;

/** A way to reach a person. The published name is in lower case. */
public enum Channel {
    EMAIL("email"),
    PHONE("phone"),
    PUSH("push_token");

    private final String attribute;

    Channel(String attribute) {
        this.attribute = attribute;
    }

    /** The event attribute that holds an address of this channel. */
    String attribute() {
        return attribute;
    }

    public String publishedName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel that a source means by a name; text messages and calls both reach the phone. */
    static Optional<Channel> named(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "email", "mail" -> Optional.of(EMAIL);
            case "phone", "sms", "call", "whatsapp" -> Optional.of(PHONE);
            case "push", "push_token", "app" -> Optional.of(PUSH);
            default -> Optional.empty();
        };
    }
}
