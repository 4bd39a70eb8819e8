package io.journeystreams.load.bench.peer;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.SessionEndReason;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.SessionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a session window sums up, in the form in which it is published. */
final class SessionAggregate {

    private static final Instant NEVER = Instant.ofEpochMilli(0);

    private SessionAggregate() {}

    static SessionEvent empty() {
        return SessionEvent.newBuilder()
                .setProfile("")
                .setTenant("shop")
                .setPolicyVersion("")
                .setSessionId("")
                .setRevision(1)
                .setState(SessionState.CLOSED)
                .setEmittedAt(NEVER)
                .setDeviceId("")
                .setStartedAt(NEVER)
                .setEndedAt(NEVER)
                .setDurationMs(0)
                .setEvents(0)
                .setViews(0)
                .setEngaged(false)
                .setTouches(new ArrayList<>())
                .setConverted(false)
                .setEndReason(SessionEndReason.INACTIVITY)
                .build();
    }

    /** The session with one more event; it may be older than the others. */
    static SessionEvent with(String device, ClickstreamEvent event, SessionEvent session) {
        Instant at = event.getOccurredAt();
        boolean isFirst = session.getEvents() == 0 || at.isBefore(session.getStartedAt());
        if (isFirst) {
            session.setStartedAt(at);
            session.setSessionId(event.getEventId());
            session.setEntryChannel(event.getChannel());
            session.setEntryPage(
                    event.getPage() == null ? null : event.getPage().getUrl());
        }
        if (session.getEvents() == 0 || !at.isBefore(session.getEndedAt())) {
            session.setEndedAt(at);
            session.setExitPage(
                    event.getPage() == null
                            ? session.getExitPage()
                            : event.getPage().getUrl());
        }
        session.setDeviceId(device);
        session.setProfile(event.getCustomerId() == null ? "a:" + device : "c:" + event.getCustomerId());
        session.setDevice(event.getDevice());
        session.setEvents(session.getEvents() + 1);
        session.setViews(session.getViews() + (event.getType().endsWith("_viewed") ? 1 : 0));
        session.setConverted(session.getConverted() || event.getType().equals("order_placed"));
        session.setTouches(union(session.getTouches(), List.of(String.valueOf(event.getChannel()))));
        return summedUp(session);
    }

    /** Two sessions that an event has shown to be one; either may be empty. */
    static SessionEvent joined(String device, SessionEvent one, SessionEvent other) {
        if (one.getEvents() == 0 || other.getEvents() == 0) {
            return one.getEvents() == 0 ? other : one;
        }
        boolean isOrdered = !one.getStartedAt().isAfter(other.getStartedAt());
        SessionEvent first = isOrdered ? one : other;
        SessionEvent second = isOrdered ? other : one;
        if (second.getEndedAt().isAfter(first.getEndedAt())) {
            first.setEndedAt(second.getEndedAt());
            first.setExitPage(second.getExitPage());
        }
        first.setEvents(first.getEvents() + second.getEvents());
        first.setViews(first.getViews() + second.getViews());
        first.setConverted(first.getConverted() || second.getConverted());
        first.setTouches(union(first.getTouches(), second.getTouches()));
        return summedUp(first);
    }

    private static SessionEvent summedUp(SessionEvent session) {
        long durationMs =
                session.getEndedAt().toEpochMilli() - session.getStartedAt().toEpochMilli();
        session.setDurationMs(durationMs);
        session.setEngaged(durationMs >= 10_000 || session.getViews() > 1);
        session.setEmittedAt(session.getEndedAt());
        return session;
    }

    private static List<String> union(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        more.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }
}
