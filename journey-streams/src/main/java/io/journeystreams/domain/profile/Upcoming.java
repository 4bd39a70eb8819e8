package io.journeystreams.domain.profile;

import io.journeystreams.domain.abandonment.Due;
import java.util.Comparator;

/** The next thing that event time alone brings to a capability. */
public sealed interface Upcoming {

    /** Earlier first; at the same time in the order in which capabilities have their turn. */
    Comparator<Upcoming> ORDER = Comparator.comparingLong(Upcoming::atMs).thenComparing(Upcoming::turn);

    /** When, epoch milliseconds. */
    long atMs();

    Turn turn();

    /** Whose turn it is when several capabilities have something due at the same millisecond. */
    enum Turn {
        ABANDONMENT,
        SERVICE,
        STAGES,
        MOMENTS,
        CHURN
    }

    /** A subject is abandoned, or its alert expires. */
    record OfSubject(Due due) implements Upcoming {

        @Override
        public long atMs() {
            return due.atMs();
        }

        @Override
        public Turn turn() {
            return Turn.ABANDONMENT;
        }
    }

    /** Something in the course of the journey: a promise passes, a mission falls silent, a moment comes, somebody slips away. */
    record OfCourse(long atMs, Turn turn) implements Upcoming {}
}
