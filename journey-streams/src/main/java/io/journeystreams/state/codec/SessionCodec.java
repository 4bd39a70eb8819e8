package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredPublishedSession;
import io.journeystreams.contracts.StoredSession;
import io.journeystreams.contracts.StoredSessionEnd;
import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.session.Pace;
import io.journeystreams.domain.session.PublishedSession;
import io.journeystreams.domain.session.Session;
import io.journeystreams.domain.session.SessionId;
import java.util.ArrayList;
import java.util.List;

/** Sessions, and what readers have been told of them. */
final class SessionCodec {

    private SessionCodec() {}

    static StoredSession store(Session session, TextTable texts) {
        return new StoredSession(
                texts.place(session.deviceId().value()),
                texts.place(session.device()),
                texts.place(session.firstEventId().value()),
                Moments.store(session.startedAtMs()),
                Moments.store(session.endedAtMs()),
                session.events(),
                session.views(),
                session.hasKeyEvent(),
                texts.place(session.entryPage()),
                texts.place(session.exitPage()),
                texts.place(session.entryChannel()),
                texts.place(session.entryCampaign()),
                session.touches().stream().map(texts::place).toList(),
                session.converted(),
                LineCodec.storeMoney(session.orderValue(), texts),
                LineCodec.storeMoney(session.cartValue(), texts),
                Codes.store(StoredSessionEnd.class, session.end()),
                session.membersDigest(),
                Moments.store(session.pace().minuteFromMs()),
                session.pace().eventsInMinute(),
                session.isBot());
    }

    static Session read(StoredSession stored, Texts texts) {
        return new Session(
                new DeviceId(texts.at(stored.getDeviceId())),
                texts.find(stored.getDevice()),
                new EventId(texts.at(stored.getFirstEventId())),
                Moments.read(stored.getStartedAt()),
                Moments.read(stored.getEndedAt()),
                stored.getEvents(),
                stored.getViews(),
                stored.getHasKeyEvent(),
                texts.find(stored.getEntryPage()),
                texts.find(stored.getExitPage()),
                texts.find(stored.getEntryChannel()),
                texts.find(stored.getEntryCampaign()),
                stored.getTouches().stream().map(texts::at).toList(),
                stored.getConverted(),
                LineCodec.readMoney(stored.getOrderValue(), texts),
                LineCodec.readMoney(stored.getCartValue(), texts),
                Codes.read(Session.End.class, stored.getEnd()),
                new Pace(Moments.read(stored.getMinuteFrom()), stored.getEventsInMinute(), stored.getBot()),
                stored.getMembersDigest());
    }

    static List<StoredPublishedSession> store(List<PublishedSession> sessions, TextTable texts) {
        List<StoredPublishedSession> stored = new ArrayList<>(sessions.size());
        for (PublishedSession session : sessions) {
            stored.add(store(session, texts));
        }
        return stored;
    }

    private static StoredPublishedSession store(PublishedSession session, TextTable texts) {
        return new StoredPublishedSession(
                texts.place(session.id().value()),
                texts.place(session.deviceId().value()),
                texts.place(session.anchor().value()),
                Moments.store(session.anchorAtMs()),
                session.revision(),
                session.wasClosed(),
                session.membersDigest(),
                Moments.store(session.startedAtMs()),
                Moments.store(session.endedAtMs()),
                Moments.storeUnless(PublishedSession.NOTHING_WAITS, session.closesAtMs()));
    }

    static PublishedSession read(StoredPublishedSession stored, Texts texts) {
        return new PublishedSession(
                new SessionId(texts.at(stored.getId())),
                new DeviceId(texts.at(stored.getDeviceId())),
                new EventId(texts.at(stored.getAnchor())),
                Moments.read(stored.getAnchorAt()),
                stored.getRevision(),
                stored.getWasClosed(),
                stored.getMembersDigest(),
                Moments.read(stored.getStartedAt()),
                Moments.read(stored.getEndedAt()),
                Moments.readOr(PublishedSession.NOTHING_WAITS, stored.getClosesAt()));
    }
}
