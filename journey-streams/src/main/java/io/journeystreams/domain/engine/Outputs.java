package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.profile.ProfileOutput;
import io.journeystreams.domain.profile.ProfileRemoval;
import io.journeystreams.domain.session.SessionOutput;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a decision publishes, each list in the order in which it is to be published.
 *
 * @param removals profiles that are no more: handed over to another one, or erased
 * @param course of the course of the journey
 */
public record Outputs(
        List<SessionOutput> sessions,
        List<AlertOutput> alerts,
        List<ProfileOutput> profiles,
        List<ProfileRemoval> removals,
        CourseOutputs course) {

    public static final Outputs NONE = new Outputs(List.of(), List.of(), List.of(), List.of());

    public Outputs(
            List<SessionOutput> sessions,
            List<AlertOutput> alerts,
            List<ProfileOutput> profiles,
            List<ProfileRemoval> removals) {
        this(sessions, alerts, profiles, removals, CourseOutputs.NONE);
    }

    public Outputs {
        sessions = List.copyOf(sessions);
        alerts = List.copyOf(alerts);
        profiles = List.copyOf(profiles);
        removals = List.copyOf(removals);
    }

    Outputs followedBy(Outputs next) {
        if (isEmpty()) {
            return next;
        }
        return next.isEmpty() ? this : joined(next);
    }

    private Outputs joined(Outputs next) {
        return new Outputs(
                joined(sessions, next.sessions),
                joined(alerts, next.alerts),
                joined(profiles, next.profiles),
                joined(removals, next.removals),
                course.followedBy(next.course));
    }

    static <T> List<T> joined(List<T> first, List<T> second) {
        if (first.isEmpty()) {
            return second;
        }
        return second.isEmpty()
                ? first
                : Stream.concat(first.stream(), second.stream()).toList();
    }

    public boolean isEmpty() {
        return sessions.isEmpty() && alerts.isEmpty() && profiles.isEmpty() && removals.isEmpty() && course.isEmpty();
    }
}
