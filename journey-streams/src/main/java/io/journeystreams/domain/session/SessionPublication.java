package io.journeystreams.domain.session;

import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.time.ClockReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What to tell readers of sessions (rule S4): started at once, closed when the clock passes the gap, corrected when a late
 * event changed what had been closed. Sessions that a late event joined into one keep the earlier id.
 */
public final class SessionPublication {

    private final ProfileKey profile;
    private final String tenant;
    private final long gapMs;
    private final long correctionWindowMs;
    private final ClockReading clock;
    private final long emittedAtMs;

    private final List<PublishedSession> published = new ArrayList<>();
    private final List<SessionOutput> outputs = new ArrayList<>();

    /** @param emittedAtMs intake time of the journal entry that leads to what is published, epoch milliseconds */
    public SessionPublication(
            ProfileKey profile, String tenant, SessionPolicy policy, ClockReading clock, long emittedAtMs) {
        this.profile = profile;
        this.tenant = tenant;
        this.gapMs = policy.gap().toMillis();
        this.correctionWindowMs = policy.correctionWindow().toMillis();
        this.clock = clock;
        this.emittedAtMs = emittedAtMs;
    }

    /**
     * @param published what has been published, of sessions that can still change
     * @param outputs what is to be published now
     */
    public record Result(List<PublishedSession> published, List<SessionOutput> outputs) {

        public Result {
            published = List.copyOf(published);
            outputs = List.copyOf(outputs);
        }

        /** The session of a device that an event of this time belongs to. */
        public Optional<SessionId> find(DeviceId device, long atMs) {
            return published.stream()
                    .filter(session -> session.deviceId().equals(device) && session.anchorAtMs() <= atMs)
                    .max(Comparator.comparingLong(PublishedSession::anchorAtMs))
                    .map(PublishedSession::id);
        }

        /** When the clock lets more be published, epoch milliseconds. */
        public long nextDueAtMs() {
            long nextMs = PublishedSession.NOTHING_WAITS;
            for (PublishedSession session : published) {
                nextMs = Math.min(nextMs, session.closesAtMs());
            }
            return nextMs;
        }
    }

    /** @param sessions as they are now, in the order of their start */
    public Result publish(List<PublishedSession> before, List<Session> sessions) {
        List<PublishedSession> rest = new ArrayList<>(before);
        for (int i = sessions.size() - 1; i >= 0; i--) {
            Session session = sessions.get(i);
            List<PublishedSession> own = takeOwn(rest, session);
            publish(session, own);
        }
        published.addAll(rest);
        outputs.sort(Comparator.comparingLong(output -> output.session().startedAtMs()));
        return new Result(published, outputs);
    }

    /** Takes out of the rest what has been published of this session, the earliest first. */
    private static List<PublishedSession> takeOwn(List<PublishedSession> rest, Session session) {
        List<PublishedSession> own = new ArrayList<>();
        for (Iterator<PublishedSession> left = rest.iterator(); left.hasNext(); ) {
            PublishedSession known = left.next();
            if (known.deviceId().equals(session.deviceId()) && session.contains(known.anchorAtMs())) {
                own.add(known);
                left.remove();
            }
        }
        if (own.size() > 1) {
            own.sort(Comparator.comparingLong(PublishedSession::anchorAtMs));
        }
        return own;
    }

    private void publish(Session session, List<PublishedSession> own) {
        PublishedSession known = own.isEmpty() ? start(session) : own.get(0);
        List<SessionId> superseded = own.size() < 2
                ? List.of()
                : own.stream().skip(1).map(PublishedSession::id).toList();
        long closesAtMs = session.endedAtMs() + gapMs;
        boolean isOver = clock.hasPassed(closesAtMs);
        if (isFinal(known)) {
            published.add(known);
            return;
        }
        if (isOver && (known.isPending(session) || !superseded.isEmpty())) {
            known = tell(session, known, superseded, known.wasClosed() || !superseded.isEmpty(), closesAtMs);
        } else if (!superseded.isEmpty()) {
            known = tell(session, known, superseded, true, closesAtMs);
        }
        published.add(moved(known, session, closesAtMs));
    }

    /** Closed so long ago that nothing corrects it any more. */
    private boolean isFinal(PublishedSession known) {
        return known.wasClosed()
                && known.closesAtMs() == PublishedSession.NOTHING_WAITS
                && clock.hasPassed(known.endedAtMs() + gapMs + correctionWindowMs + 1);
    }

    private PublishedSession start(Session session) {
        SessionId id = SessionId.of(tenant, session.firstEventId(), session.startedAtMs());
        outputs.add(new SessionOutput(profile, id, 1, SessionOutput.State.STARTED, List.of(), session, emittedAtMs));
        return new PublishedSession(
                id,
                session.deviceId(),
                session.firstEventId(),
                session.startedAtMs(),
                1,
                false,
                session.membersDigest(),
                session.startedAtMs(),
                session.endedAtMs(),
                session.endedAtMs() + gapMs);
    }

    private PublishedSession tell(
            Session session,
            PublishedSession known,
            List<SessionId> superseded,
            boolean isCorrection,
            long closesAtMs) {
        boolean isOver = clock.hasPassed(closesAtMs);
        Session content =
                isOver && session.end() == Session.End.OPEN ? session.endedBy(Session.End.INACTIVITY) : session;
        outputs.add(new SessionOutput(
                profile,
                known.id(),
                known.revision() + 1,
                isCorrection ? SessionOutput.State.CORRECTED : SessionOutput.State.CLOSED,
                superseded,
                content,
                emittedAtMs));
        return new PublishedSession(
                known.id(),
                known.deviceId(),
                known.anchor(),
                known.anchorAtMs(),
                known.revision() + 1,
                isOver || known.wasClosed(),
                isOver ? session.membersDigest() : known.membersDigest(),
                session.startedAtMs(),
                session.endedAtMs(),
                closesAtMs);
    }

    /** Remembers when it closes; what was published of its extent and content stays. */
    private static PublishedSession moved(PublishedSession known, Session session, long closesAtMs) {
        boolean isSettled = known.wasClosed() && !known.isPending(session);
        return new PublishedSession(
                known.id(),
                known.deviceId(),
                known.anchor(),
                known.anchorAtMs(),
                known.revision(),
                known.wasClosed(),
                known.membersDigest(),
                known.startedAtMs(),
                known.endedAtMs(),
                isSettled ? PublishedSession.NOTHING_WAITS : closesAtMs);
    }
}
