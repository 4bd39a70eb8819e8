package io.journeystreams.domain.event;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The trace and the span in which an event was caused, in the text form of W3C Trace Context, level 1: version, 32 digits of the
 * trace, 16 of the span, flags. It is passed on from an event to the alerts that it causes, so that a trace leads from a click to
 * the mail.
 */
public record TraceParent(String value) {

    /** Header of a Kafka record, and attribute of an event, that carries it. */
    public static final String NAME = "traceparent";

    /** Ids of nothing but zeros, and the version ff, are none. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    public TraceParent {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a traceparent is version-trace-span-flags in lower-case hex");
        }
    }

    /** Whoever receives a broken one does as if there were none, says the recommendation. */
    public static Optional<TraceParent> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new TraceParent(text)) : Optional.empty();
    }
}
