package io.journeystreams.domain.service;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Settings of the rules about the service.
 *
 * @param promises longest wait promised, by channel; an event's {@code promise_ms} overrides it
 * @param repeatWithin who comes again within this time has not been helped the first time (rule M3)
 */
public record ServicePolicy(Map<ContactChannel, Duration> promises, Duration repeatWithin) {

    public ServicePolicy {
        promises = Map.copyOf(promises);
        for (ContactChannel channel : ContactChannel.values()) {
            Duration promise = promises.get(channel);
            if (promise == null || promise.isNegative() || promise.isZero()) {
                throw new IllegalArgumentException(
                        "the promise of " + channel.text() + " must be positive: " + promise);
            }
        }
        if (repeatWithin.isNegative() || repeatWithin.isZero()) {
            throw new IllegalArgumentException("repeatWithin must be positive: " + repeatWithin);
        }
    }

    public static ServicePolicy defaults() {
        Map<ContactChannel, Duration> promises = new EnumMap<>(ContactChannel.class);
        promises.put(ContactChannel.CHAT, Duration.ofMinutes(2));
        promises.put(ContactChannel.CALL, Duration.ofMinutes(5));
        promises.put(ContactChannel.TICKET, Duration.ofHours(24));
        return new ServicePolicy(promises, Duration.ofDays(7));
    }

    long promiseMs(ContactChannel channel) {
        return Objects.requireNonNull(promises.get(channel)).toMillis();
    }
}
