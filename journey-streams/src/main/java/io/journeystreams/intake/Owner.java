package io.journeystreams.intake;

import io.journeystreams.domain.event.ProfileKey;

/**
 * Whose an event is.
 *
 * @param identified false where the event names nobody and became a profile of its own
 */
public record Owner(ProfileKey profile, boolean identified) {}
