package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.Due;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.profile.RecentEvents;
import io.journeystreams.domain.profile.Telling;
import io.journeystreams.domain.profile.Upcoming;
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

    /** What is known of a profile now, told from where it was told to before if nothing has changed before that. */
    Telling tell(ProfileState state, long untilMs) {
        RecentEvents recent = state.recent();
        Telling last = state.telling();
        Reached reached = last.begins(state.settled(), recent, untilMs)
                ? run(
                        new Reached(last.told(), last.next()),
                        recent.subList(last.size(), recent.size()),
                        List.of(),
                        untilMs,
                        Witness.NOBODY)
                : run(
                        reached(state.settled()),
                        recent,
                        state.alerts().from(state.settledUntilMs()),
                        untilMs,
                        Witness.NOBODY);
        return new Telling(state.settled(), recent, untilMs, reached.journey(), reached.next());
    }

    /**
     * What was told, as the telling of another beginning: of one that knows how what has happened first came out.
     *
     * @param settled what happened first
     * @param recent what was told since, in the order of rule T9
     * @param untilMs deadlines up to here fell due after the last event, epoch milliseconds
     */
    Telling told(Journey settled, RecentEvents recent, long untilMs, Journey told) {
        return new Telling(settled, recent, untilMs, told, rules.nextDue(told));
    }

    /**
     * @param from what happened before
     * @param events in the order of rule T9
     * @param published alerts with a deadline after {@code from}
     * @param untilMs deadlines up to here fall due after the last event, epoch milliseconds
     */
    Journey run(Journey from, List<JourneyEvent> events, List<Alert> published, long untilMs) {
        return run(from, events, published, untilMs, Witness.NOBODY);
    }

    /** @param witness sees every step */
    Journey run(Journey from, List<JourneyEvent> events, List<Alert> published, long untilMs, Witness witness) {
        return run(reached(from), events, published, untilMs, witness).journey();
    }

    /** @param next what time alone brings next */
    private record Reached(Journey journey, Optional<Upcoming> next) {}

    private Reached reached(Journey journey) {
        return new Reached(journey, rules.nextDue(journey));
    }

    private Reached run(Reached from, List<JourneyEvent> events, List<Alert> published, long untilMs, Witness witness) {
        Deque<JourneyEvent> coming = new ArrayDeque<>(events);
        Deque<Alert> happened = new ArrayDeque<>(published.stream()
                .sorted(Comparator.comparing(Due::of, Due.ORDER))
                .toList());
        Reached now = from;
        while (true) {
            Journey before = now.journey();
            Optional<Upcoming> next = now.next();
            if (next.isPresent() && isNext(next.get(), coming.peek(), happened.peek(), untilMs)) {
                now = reached(pass(before, next.get(), published));
                witness.onTime(next.get().atMs(), before, now.journey());
            } else if (isNext(coming.peek(), happened.peek())) {
                JourneyEvent event = coming.remove();
                now = reached(rules.apply(before, event));
                witness.onEvent(event, before, now.journey());
            } else if (!happened.isEmpty()) {
                Alert alert = happened.remove();
                now = reached(rules.repeat(before, alert));
                witness.onTime(alert.deadlineMs(), before, now.journey());
            } else {
                return now;
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
