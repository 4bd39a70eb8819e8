package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentReason;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All subjects of a profile while its story is told. Those of one cart are an episode (A3). */
final class Subjects {
    private final Map<String, Subject> subjects = new LinkedHashMap<>();

    Collection<Subject> all() {
        return List.copyOf(subjects.values());
    }

    List<Subject> of(Cart cart) {
        return subjects.values().stream()
                .filter(subject -> subject.cart == cart)
                .toList();
    }

    /** What an alert is about now: carts become one. */
    @Nullable
    Subject of(Alert told) {
        return subjects.values().stream()
                .filter(subject -> subject.isArmedFor(told))
                .findFirst()
                .orElse(subjects.get(told.kind() + " " + told.subject()));
    }

    Subject get(AbandonmentKind kind, String id, Cart cart) {
        return subjects.computeIfAbsent(kind + " " + id, key -> new Subject(kind, id, cart));
    }

    void forget(Subject subject) {
        subjects.remove(subject.kind + " " + subject.id);
    }

    boolean isArmed(Cart cart, AbandonmentKind kind) {
        return of(cart).stream().anyMatch(subject -> subject.kind == kind && subject.armed);
    }

    /** Those of the cart that are lower than what is armed now (A3). */
    void disarmLower(Cart cart, int height, long atMs) {
        of(cart).stream()
                .filter(subject -> subject.height() < height)
                .forEach(subject -> subject.disarm(atMs, AbandonmentReason.SUPERSEDED));
    }
}
