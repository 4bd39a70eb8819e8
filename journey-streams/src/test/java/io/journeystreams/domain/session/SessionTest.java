package io.journeystreams.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one event adds to a session (rule S5). */
class SessionTest {

    @Test
    void visitIsEngagedAfterTenSecondsOrTwoViewsOrAnEventThatMatters() {
        assertThat(session(event("page_viewed", 0)).isEngaged()).isFalse();
        assertThat(session(event("page_viewed", 0), event("product_searched", 9_999))
                        .isEngaged())
                .isFalse();
        assertThat(session(event("page_viewed", 0), event("product_searched", 10_000))
                        .isEngaged())
                .isTrue();
        assertThat(session(event("page_viewed", 0), event("product_viewed", 1)).isEngaged())
                .isTrue();
        assertThat(session(event("product_added", 0)).isEngaged()).isTrue();
        assertThat(session(event("page_viewed", 0), event("product_added", 1)).isEngaged())
                .isTrue();
        assertThat(session(event("product_added", 0), event("page_viewed", 1)).isEngaged())
                .isTrue();
    }

    @Test
    void searchesAndTouchpointsMatterNoMoreThanViews() {
        assertThat(session(event("product_searched", 0)).hasKeyEvent()).isFalse();
        assertThat(session(event("something_else", 0)).hasKeyEvent()).isFalse();
        assertThat(session(event("page_viewed", 0)).hasKeyEvent()).isFalse();
        assertThat(session(event("form_started", 0)).hasKeyEvent()).isTrue();
    }

    @Test
    void atMostTwentyChannelsAreKept() {
        // given
        EventDraft[] events = IntStream.range(0, 21)
                .mapToObj(number -> event("page_viewed", number).through(Optional.of("channel" + number)))
                .toArray(EventDraft[]::new);

        // then
        assertThat(session(events).touches()).hasSize(20).doesNotContain("channel20");
    }

    @Test
    void channelIsKeptOnce() {
        assertThat(session(
                                event("page_viewed", 0).through(Optional.of("mail")),
                                event("page_viewed", 1).through(Optional.of("mail")),
                                event("page_viewed", 2))
                        .touches())
                .isEqualTo(List.of("mail"));
    }

    @Test
    void ordersAreSummedWhereTheirCurrencyIsTheSame() {
        // given
        Session one = SessionEntry.of(event("order_placed", 0).event(), euro("10.00"), Optional.empty())
                .open();

        // then
        assertThat(orderValue(one, euro("2.50"))).isEqualTo(euro("12.50"));
        assertThat(orderValue(one, Optional.empty())).isEqualTo(euro("10.00"));
        assertThat(orderValue(one, Optional.of(Money.of("2.50", "USD")))).isEqualTo(euro("10.00"));
        assertThat(orderValue(session(event("page_viewed", 0)), euro("2.50"))).isEqualTo(euro("2.50"));
    }

    @Test
    void digestTellsSetsOfEventsApartAndNotTheirOrder() {
        // given
        EventDraft a = EventDraft.of("a", "page_viewed", 0);
        EventDraft b = EventDraft.of("b", "page_viewed", 0);
        EventDraft c = EventDraft.of("c", "page_viewed", 0);

        // then
        assertThat(session(a, b).membersDigest())
                .isEqualTo(session(b, a).membersDigest())
                .isNotEqualTo(session(a, c).membersDigest())
                .isNotEqualTo(session(c, b).membersDigest())
                .isNotEqualTo(session(a).membersDigest());
    }

    private static Optional<Money> orderValue(Session session, Optional<Money> next) {
        return SessionEntry.of(event("order_placed", 1).event(), next, Optional.empty())
                .extend(session)
                .orderValue();
    }

    private static Optional<Money> euro(String amount) {
        return Optional.of(Money.of(amount, "EUR"));
    }

    private static Session session(EventDraft... events) {
        Session session = entry(events[0]).open();
        for (EventDraft event : List.of(events).subList(1, events.length)) {
            session = entry(event).extend(session);
        }
        return session;
    }

    private static SessionEntry entry(EventDraft event) {
        return SessionEntry.of(event.event(), Optional.empty(), Optional.empty());
    }

    private static EventDraft event(String type, long atMs) {
        return EventDraft.of(type + atMs, type, atMs);
    }
}
