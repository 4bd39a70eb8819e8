package io.journeystreams.state;

import io.journeystreams.domain.event.ProfileKey;

/** An entry of the deadline index: something of the profile may be due at {@code dueAtMs}, epoch milliseconds. */
public record Deadline(long dueAtMs, ProfileKey profile) {}
