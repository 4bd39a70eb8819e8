package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.SourcePosition;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Things left unfinished, for tests: armed by an event named after them and the time, and with nothing that is not said. */
final class Unfinished {

    private Unfinished() {}

    static Subject idle(Kind kind, String id, long changedAtMs) {
        return Subject.idle(new SubjectKey(kind, id), about(kind, id)).with(new Arming.Idle(), changedAtMs);
    }

    static Subject armed(Kind kind, String id, long atMs) {
        return idle(kind, id, atMs).armed(Arming.Armed.by(evidence(id, atMs), atMs, new Arming.Idle()), atMs);
    }

    /** Not armed any more; its last alert is this one. */
    static Subject alerted(Alert alert) {
        Subject idle = idle(alert.subject().kind(), alert.subject().id(), alert.deadlineMs());
        return idle.with(idle.alerts().with(alert));
    }

    /** Live, with the deadline 100 ms after its arming. */
    static Alert alert(Kind kind, String id, long armedAtMs) {
        return new Alert(
                AlertId.of("shop", kind, evidence(id, armedAtMs).eventId()),
                new SubjectKey(kind, id),
                1,
                armedAtMs,
                armedAtMs,
                armedAtMs + 100,
                about(kind, id),
                List.of(),
                Alert.Visit.unknown(),
                List.of(),
                true,
                new AlertStatus.Live(),
                List.of());
    }

    static Subject listing(Subject subject, int lines) {
        return subject.with(subject.about()
                .with(IntStream.range(0, lines)
                        .mapToObj(number -> Line.of("p" + number, 1))
                        .toList()));
    }

    static Abandonment abandonment(Subject... subjects) {
        return new Abandonment(List.of(subjects), List.of(), Tally.ZERO);
    }

    static PublishedAlert published(Alert alert, AlertOutput.State state) {
        return new PublishedAlert(alert, 1, state, Reason.NONE, true, 1, false, Trial.Group.REMINDED, Standing.UNKNOWN);
    }

    private static About about(Kind kind, String id) {
        boolean isOfCart = kind == Kind.CART || kind == Kind.CHECKOUT;
        return isOfCart ? About.cart(new CartId(id)) : About.NO_CART;
    }

    private static Evidence evidence(String id, long atMs) {
        return new Evidence(new EventId(id + "@" + atMs), new SourcePosition("clickstream.events", 0, 0));
    }

    static Optional<CartId> cart(String id) {
        return Optional.of(new CartId(id));
    }
}
