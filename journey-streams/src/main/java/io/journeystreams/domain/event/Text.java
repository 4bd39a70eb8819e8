package io.journeystreams.domain.event;

/** Checks that identifiers share. */
final class Text {

    private Text() {}

    static void requireNotBlank(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }
}
