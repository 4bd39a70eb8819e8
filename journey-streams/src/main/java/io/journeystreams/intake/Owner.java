package io.journeystreams.intake;

import io.journeystreams.domain.event.ProfileKey;
import java.util.Optional;

/**
 * Whose an event is.
 *
 * @param identified false where the event names nobody and became a profile of its own
 * @param device the device that the event links to its customer (rule I2)
 */
public record Owner(ProfileKey profile, boolean identified, Optional<ProfileKey> device) {}
