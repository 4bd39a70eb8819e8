package io.journeystreams.load.bench;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What every contender has to find in the events. */
public record Results(Set<ClosedSession> sessions, Set<AbandonedCart> carts) {

    public Results {
        sessions = Set.copyOf(sessions);
        carts = Set.copyOf(carts);
    }

    /** Without sessions that began before a time, and carts whose deadline was before; epoch milliseconds. */
    public Results since(long ms) {
        return new Results(
                sessions.stream().filter(session -> session.startMs() >= ms).collect(Collectors.toSet()),
                carts.stream().filter(cart -> cart.deadlineMs() >= ms).collect(Collectors.toSet()));
    }

    /** How this differs from what is right, or {@code equal}. */
    public String comparedWith(Results right) {
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
