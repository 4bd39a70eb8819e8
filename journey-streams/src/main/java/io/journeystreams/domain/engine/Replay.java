package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.Due;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.profile.Journey;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a journey again, in event-time order, from what is known now (rule T10). Whatever the order in which events
 * arrived, the same events give the same journey. Three things make time pass: events; alerts that were published and
 * therefore did happen; and deadlines that fall due between them. At the same millisecond they come in this order, so that
 * an event at its deadline is in time.
 */
final class Replay {

    private final JourneyRules rules;

    Replay(JourneyRules rules) {
        this.rules = rules;
    }

    /**
     * @param from what happened before
     * @param events in the order of rule T9
     * @param published alerts with a deadline after {@code from}
     * @param untilMs deadlines up to here fall due after the last event, epoch milliseconds
     */
    Journey run(Journey from, List<JourneyEvent> events, List<Alert> published, long untilMs) {
        Deque<JourneyEvent> coming = new ArrayDeque<>(events);
        Deque<Alert> happened = new ArrayDeque<>(published.stream()
                .sorted(Comparator.comparing(Due::of, Due.ORDER))
                .toList());
        Journey journey = from;
        while (true) {
            Optional<Upcoming> next = rules.nextDue(journey);
            if (next.isPresent() && isNext(next.get(), coming.peek(), happened.peek(), untilMs)) {
                journey = pass(journey, next.get(), published);
            } else if (isNext(coming.peek(), happened.peek())) {
                journey = rules.apply(journey, coming.remove());
            } else if (!happened.isEmpty()) {
                journey = rules.repeat(journey, happened.remove());
            } else {
                return journey;
            }
        }
    }

    /** Something falls due before anything else happens; if nothing else does, up to the end. */
    private static boolean isNext(Upcoming next, @Nullable JourneyEvent event, @Nullable Alert alert, long untilMs) {
        if (event == null && alert == null) {
            return next.atMs() <= untilMs;
        }
        boolean isBeforeEvent = event == null || next.atMs() < event.atMs();
        return isBeforeEvent && (alert == null || isBefore(next, Due.of(alert)));
    }

    private static boolean isBefore(Upcoming next, Due alert) {
        return next instanceof Upcoming.OfSubject subject
                ? Due.ORDER.compare(subject.due(), alert) < 0
                : Upcoming.ORDER.compare(next, new Upcoming.OfSubject(alert)) < 0;
    }

    private static boolean isNext(@Nullable JourneyEvent event, @Nullable Alert alert) {
        return event != null && (alert == null || event.atMs() <= alert.deadlineMs());
    }

    /** An arming has one alert: where it was published under another deadline, that one stands. */
    private Journey pass(Journey journey, Upcoming next, List<Alert> published) {
        if (next instanceof Upcoming.OfSubject subject && subject.due().type() == Due.Type.ABANDON) {
            for (Alert alert : published) {
                if (rules.alertId(journey, subject.due()).equals(Optional.of(alert.id()))) {
                    return rules.repeat(journey, alert);
                }
            }
        }
        return rules.pass(journey, next);
    }
}
