package io.journeystreams.domain.abandonment;

import java.util.Optional;

/**
 * What is known around an alert when it is first published, beside what was left.
 *
 * @param sessionId published id of the session of its last activity
 */
public record Circumstances(Optional<String> sessionId, Standing standing) {}
