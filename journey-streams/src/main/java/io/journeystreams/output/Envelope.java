package io.journeystreams.output;

import io.journeystreams.domain.event.ProfileKey;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Makes the record around a value: key, timestamp and headers. For one thread. */
final class Envelope {

    private final CloudEventHeaders headers;

    Envelope(Publisher publisher) {
        this.headers = new CloudEventHeaders(publisher);
    }

    /**
     * @param id of what the value is a revision of
     * @param type what the value is about, for example {@code session}
     */
    Published revision(
            OutputTopic topic,
            ProfileKey profile,
            byte[] value,
            String id,
            int revision,
            String type,
            Enum<?> state,
            long emittedAtMs) {
        String happened = type + "." + state.name().toLowerCase(Locale.ROOT);
        return of(topic, profile, value, id + "." + revision, happened, emittedAtMs);
    }

    /**
     * @param value null for a tombstone
     * @param id unique among the outputs of the publisher
     * @param type what happened, for example {@code session.closed}
     */
    Published of(
            OutputTopic topic, ProfileKey profile, byte @Nullable [] value, String id, String type, long emittedAtMs) {
        return of(topic, profile.value().getBytes(StandardCharsets.UTF_8), value, id, type, emittedAtMs);
    }

    /** About no profile: the key is what the output says it is. */
    Published of(OutputTopic topic, byte[] key, byte @Nullable [] value, String id, String type, long emittedAtMs) {
        return new Published(topic, new Record<>(key, value, emittedAtMs, headers.of(id, type, key, emittedAtMs)));
    }
}
