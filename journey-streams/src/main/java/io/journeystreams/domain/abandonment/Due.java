package io.journeystreams.domain.abandonment;

import java.util.Comparator;

/**
 * Something about a subject that event time alone brings.
 *
 * @param atMs when, epoch milliseconds
 */
public record Due(long atMs, Type type, SubjectKey subject) {

    /** Earlier first; at the same time abandoning before expiring, and the higher kind first. */
    public static final Comparator<Due> ORDER = Comparator.comparingLong(Due::atMs)
            .thenComparing(Due::type)
            .thenComparing(due -> due.subject().kind(), Comparator.reverseOrder())
            .thenComparing(due -> due.subject().id());

    /** When a published alert fell due. */
    public static Due of(Alert published) {
        return new Due(published.deadlineMs(), Type.ABANDON, published.subject());
    }

    /** What is due. */
    public enum Type {
        /** The delay has passed: abandoned. */
        ABANDON,
        /** The customer can be reached at last: weighed again (rule A12). */
        REACH,
        /** The next reminder step (rule A13). */
        STEP,
        /** Nothing came of the alert: expired. */
        EXPIRE
    }
}
