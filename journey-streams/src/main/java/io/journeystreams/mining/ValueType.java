package io.journeystreams.mining;

import java.util.Locale;

/** The types of XES that we use; values come as text in the form that XML Schema has for them. */
enum ValueType {
    STRING,
    DATE,
    INT,
    BOOLEAN;

    /** Name of the element that holds such a value. */
    String element() {
        return name().toLowerCase(Locale.ROOT);
    }
}
