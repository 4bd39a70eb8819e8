package io.journeystreams.domain.engine;

import io.journeystreams.domain.event.ProfileKey;

/** What one profile has to tell another, through the journal. */
public record Relay(ProfileKey to, Entry entry) {}
