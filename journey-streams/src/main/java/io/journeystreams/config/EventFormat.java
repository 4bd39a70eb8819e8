package io.journeystreams.config;

import java.util.Locale;

/** What the records of an input topic are. */
public enum EventFormat {
    /** Our own contracts, in the wire format of the registry. */
    AVRO,
    SEGMENT_JSON,
    GA4_JSON,
    SNOWPLOW_JSON;

    /** As one writes it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
