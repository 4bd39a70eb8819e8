package io.journeystreams.domain.profile;

import io.journeystreams.domain.event.ProfileKey;

/**
 * A profile is no more: its history goes on in another one, or was erased.
 *
 * @param removedAtMs intake time of the journal entry that led to it, epoch milliseconds
 */
public record ProfileRemoval(ProfileKey profile, long removedAtMs) {}
