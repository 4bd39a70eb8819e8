package io.journeystreams.domain.session;

import io.journeystreams.domain.event.ContactAnswered;
import io.journeystreams.domain.event.ContactEnded;
import io.journeystreams.domain.event.ContactOpened;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.LoggedOut;
import io.journeystreams.domain.event.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which events make a session (rules S1 to S3). Events come in event-time order. */
public final class SessionRules {

    /** Sessions of a customer that an event may still extend; while there are as many, what comes starts no other one. */
    public static final int MAX_AT_ONCE = 50;

    private SessionRules() {}

    /**
     * The sessions after an event, in the order of their start.
     *
     * @param orderValue total of an order that the event tells of for the first time
     * @param cartValue value of the customer's carts after the event
     */
    public static List<Session> step(
            List<Session> sessions,
            JourneyEvent event,
            Optional<Money> orderValue,
            Optional<Money> cartValue,
            SessionPolicy policy) {
        if (!extendsSessions(event)) {
            return sessions;
        }
        SessionEntry entry = SessionEntry.of(event, orderValue, cartValue);
        int last = lastOfDevice(sessions, event);
        List<Session> next = new ArrayList<>(sessions);
        Session.End boundary = last < 0 ? Session.End.OPEN : boundary(sessions.get(last), event, policy);
        if (last >= 0 && boundary == Session.End.OPEN) {
            next.set(last, entry.extend(sessions.get(last)));
            return next;
        }
        if (last >= 0) {
            next.set(last, sessions.get(last).endedBy(boundary));
        }
        if (atOnce(sessions, event, policy) < MAX_AT_ONCE) {
            next.add(entry.open());
        }
        return next;
    }

    private static long atOnce(List<Session> sessions, JourneyEvent event, SessionPolicy policy) {
        long sinceMs = event.atMs() - policy.gap().toMillis();
        long count = 0;
        for (Session session : sessions) {
            count += session.endedAtMs() >= sinceMs ? 1 : 0;
        }
        return count;
    }

    /** The event belongs to a session that no person made (rule S6); the sessions are those after it. */
    public static boolean isOfBot(List<Session> sessions, JourneyEvent event) {
        int last = extendsSessions(event) ? lastOfDevice(sessions, event) : -1;
        return last >= 0 && sessions.get(last).isBot();
    }

    /** Start of the session that an event belongs to, epoch milliseconds; the sessions are those after it. */
    public static long startOfSession(List<Session> sessions, JourneyEvent event) {
        return sessions.get(lastOfDevice(sessions, event)).startedAtMs();
    }

    /** Only what a person did on a device (rule S3); an event too late changes no session (rule T3). */
    public static boolean extendsSessions(JourneyEvent event) {
        return event.occurrence().isInteractive() && !event.occurrence().late() && !isService(event);
    }

    /** What happens in chats, calls and tickets is no activity in the shop, even where the shop's page reports it. */
    private static boolean isService(JourneyEvent event) {
        return event instanceof ContactOpened || event instanceof ContactAnswered || event instanceof ContactEnded;
    }

    /** Why an event starts a new session after this one; OPEN if it does not (rule S2). Sessions share no millisecond. */
    private static Session.End boundary(Session session, JourneyEvent event, SessionPolicy policy) {
        if (event.atMs() == session.endedAtMs()) {
            return Session.End.OPEN;
        }
        if (session.end() != Session.End.OPEN) {
            return session.end();
        }
        if (event.atMs() - session.endedAtMs() > policy.gap().toMillis()) {
            return Session.End.INACTIVITY;
        }
        if (event.atMs() - session.startedAtMs() > policy.maxLength().toMillis()) {
            return Session.End.MAX_LENGTH;
        }
        if (policy.splitOnCampaign() && hasNewCampaign(session, event)) {
            return Session.End.CAMPAIGN;
        }
        return Session.End.OPEN;
    }

    private static boolean hasNewCampaign(Session session, JourneyEvent event) {
        Optional<String> campaign = event.occurrence().campaign();
        return campaign.isPresent() && !campaign.equals(session.entryCampaign());
    }

    private static int lastOfDevice(List<Session> sessions, JourneyEvent event) {
        for (int i = sessions.size() - 1; i >= 0; i--) {
            if (sessions.get(i).deviceId().equals(event.occurrence().deviceId())) {
                return i;
            }
        }
        return -1;
    }

    static Session.End endAfter(JourneyEvent event) {
        return event instanceof LoggedOut ? Session.End.LOGOUT : Session.End.OPEN;
    }
}
