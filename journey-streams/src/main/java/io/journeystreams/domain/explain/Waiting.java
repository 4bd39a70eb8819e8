package io.journeystreams.domain.explain;

import io.journeystreams.domain.abandonment.SubjectKey;
import java.util.Optional;

/**
 * A subject that waits for its deadline.
 *
 * @param deadlineMs if nothing else happens, epoch milliseconds
 * @param armedBy the event that armed it
 * @param putOffBy rule that puts the deadline off beyond the delay
 */
public record Waiting(SubjectKey subject, long deadlineMs, Optional<Cause> armedBy, Optional<String> putOffBy) {}
