package io.journeystreams.domain.session;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderPlaced;
import io.journeystreams.domain.event.PageViewed;
import io.journeystreams.domain.event.ProductSearched;
import io.journeystreams.domain.event.ProductViewed;
import io.journeystreams.domain.event.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one event adds to the content of a session (rule S5). */
record SessionEntry(
        JourneyEvent event, boolean isView, boolean isKey, Optional<Money> orderValue, Optional<Money> cartValue) {

    /** Channels kept per session. */
    private static final int MAX_TOUCHES = 20;

    static SessionEntry of(JourneyEvent event, Optional<Money> orderValue, Optional<Money> cartValue) {
        boolean isView = event instanceof PageViewed || event instanceof ProductViewed;
        boolean isKey = !isView && !(event instanceof ProductSearched) && !(event instanceof Touchpoint);
        return new SessionEntry(event, isView, isKey, orderValue, cartValue);
    }

    Session open() {
        Occurrence occurrence = event.occurrence();
        return new Session(
                occurrence.deviceId(),
                occurrence.device(),
                event.id(),
                event.atMs(),
                event.atMs(),
                1,
                isView ? 1 : 0,
                isKey,
                occurrence.pageUrl(),
                occurrence.pageUrl(),
                occurrence.channel(),
                occurrence.campaign(),
                occurrence.channel().stream().toList(),
                event instanceof OrderPlaced,
                orderValue,
                cartValue,
                SessionRules.endAfter(event),
                Pace.startingAt(event.atMs(), BotRules.saysSo(occurrence)),
                digest(event.id()));
    }

    Session extend(Session session) {
        Occurrence occurrence = event.occurrence();
        return new Session(
                session.deviceId(),
                session.device().or(occurrence::device),
                session.firstEventId(),
                session.startedAtMs(),
                event.atMs(),
                session.events() + 1,
                session.views() + (isView ? 1 : 0),
                session.hasKeyEvent() || isKey,
                session.entryPage().or(occurrence::pageUrl),
                occurrence.pageUrl().or(session::exitPage),
                session.entryChannel().or(occurrence::channel),
                session.entryCampaign().or(occurrence::campaign),
                touches(session.touches(), occurrence.channel()),
                session.converted() || event instanceof OrderPlaced,
                sum(session.orderValue(), orderValue),
                cartValue,
                SessionRules.endAfter(event),
                pace(session),
                session.membersDigest() + digest(event.id()));
    }

    private Pace pace(Session session) {
        Pace next = session.pace().withEventAt(event.atMs());
        boolean isBot = BotRules.saysSo(event.occurrence()) || BotRules.isTooFast(next, session.events() + 1);
        return isBot ? next.ofBot() : next;
    }

    private static List<String> touches(List<String> touches, Optional<String> channel) {
        if (channel.isEmpty() || touches.contains(channel.get()) || touches.size() >= MAX_TOUCHES) {
            return touches;
        }
        List<String> next = new ArrayList<>(touches);
        next.add(channel.get());
        return next;
    }

    private static Optional<Money> sum(Optional<Money> one, Optional<Money> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().plus(other.get()).or(() -> one);
    }

    /** FNV-1a over the characters of the id; summed over the events, so that their order does not matter. */
    private static long digest(EventId id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.value().length(); i++) {
            hash = (hash ^ id.value().charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
