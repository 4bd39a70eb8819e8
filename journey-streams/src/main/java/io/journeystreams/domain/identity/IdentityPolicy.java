package io.journeystreams.domain.identity;

import io.journeystreams.domain.time.ClockReading;
import java.time.Duration;

/**
 * Settings of identity.
 *
 * @param sharedDeviceLimit a device seen with more customers than this within {@code sharedDeviceWindow} is shared for good
 *     (rule I7)
 * @param linkMemory how long a customer seen on a device counts as one of its users (rule I4)
 * @param erasureMemory how long it is remembered that a customer was erased, so that what was on its way is dropped (rule
 *     I8)
 */
public record IdentityPolicy(
        int sharedDeviceLimit, Duration sharedDeviceWindow, Duration linkMemory, Duration erasureMemory) {

    public IdentityPolicy {
        if (sharedDeviceLimit < 1) {
            throw new IllegalArgumentException("sharedDeviceLimit must be at least 1: " + sharedDeviceLimit);
        }
        if (linkMemory.compareTo(sharedDeviceWindow) < 0) {
            throw new IllegalArgumentException("linkMemory must be at least sharedDeviceWindow: " + linkMemory);
        }
    }

    /** When the erasure of a customer is forgotten, epoch milliseconds; never if there was none. */
    public long forgottenAtMs(Identity identity) {
        return identity.erasedAtMs().isPresent()
                ? identity.erasedAtMs().getAsLong() + erasureMemory.toMillis()
                : Long.MAX_VALUE;
    }

    public boolean isForgotten(Identity identity, ClockReading clock) {
        return clock.hasPassed(forgottenAtMs(identity));
    }

    public static IdentityPolicy defaults() {
        return new IdentityPolicy(5, Duration.ofDays(7), Duration.ofDays(90), Duration.ofDays(3));
    }
}
