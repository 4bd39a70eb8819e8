package io.journeystreams.load.bench;

import java.util.HashSet;
import java.util.Set;

/** What every contender has to find in the events. */
record Results(Set<ClosedSession> sessions, Set<AbandonedCart> carts) {

    Results {
        sessions = Set.copyOf(sessions);
        carts = Set.copyOf(carts);
    }

    /** How this differs from what is right, or {@code equal}. */
    String comparedWith(Results right) {
        if (equals(right)) {
            return "equal";
        }
        return difference("sessions", sessions, right.sessions) + "; " + difference("carts", carts, right.carts);
    }

    private static <T> String difference(String what, Set<T> found, Set<T> right) {
        Set<T> missing = new HashSet<>(right);
        missing.removeAll(found);
        Set<T> wrong = new HashSet<>(found);
        wrong.removeAll(right);
        return what + ": " + missing.size() + " missing" + example(missing) + ", " + wrong.size() + " wrong"
                + example(wrong);
    }

    private static <T> String example(Set<T> some) {
        return some.isEmpty() ? "" : " (such as " + some.iterator().next() + ")";
    }
}
