package io.journeystreams.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.EventId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which told session a session is, and when nothing more comes of it (rule S4). */
class PublishedSessionTest {

    private static final DeviceId DEVICE = new DeviceId("d1");
    private static final DeviceId OTHER = new DeviceId("d2");

    @Test
    void itIsOfTheSessionThatContainsItsFirstEventOnItsDevice() {
        // given: told of from 10 to 20
        PublishedSession told = told(PublishedSession.NOTHING_WAITS);

        // then
        assertThat(told.isPartOf(session("d1", 10, 15))).isTrue();
        assertThat(told.isPartOf(session("d1", 5, 10))).isTrue();
        assertThat(told.isPartOf(session("d1", 11, 20))).isFalse();
        assertThat(told.isPartOf(session("d1", 5, 9))).isFalse();
        assertThat(told.isPartOf(session("d2", 10, 15))).isFalse();
    }

    @Test
    void onlyWhatWaitsForTheClockIsPending() {
        assertThat(told(500).isPendingPartOf(session("d1", 10, 15))).isTrue();
        assertThat(told(PublishedSession.NOTHING_WAITS).isPendingPartOf(session("d1", 10, 15)))
                .isFalse();
        assertThat(told(500).isPendingPartOf(session("d2", 10, 15))).isFalse();
        assertThat(told(500).isPendingPartOf(session("d1", 11, 15))).isFalse();
    }

    @Test
    void itIsSettledWhenNothingWaitsAndItEndedBefore() {
        assertThat(told(PublishedSession.NOTHING_WAITS).isSettledBefore(21)).isTrue();
        assertThat(told(PublishedSession.NOTHING_WAITS).isSettledBefore(20)).isFalse();
        assertThat(told(500).isSettledBefore(21)).isFalse();
    }

    @Test
    void lateEventBeforeItsEndWouldSplitIt() {
        // given
        PublishedSession closed = told(PublishedSession.NOTHING_WAITS);
        PublishedSession open =
                new PublishedSession(new SessionId("s1"), DEVICE, new EventId("first"), 10, 1, false, 7, 10, 20, 500);

        // then
        assertThat(closed.wasClosedAround(DEVICE, 9)).isFalse();
        assertThat(closed.wasClosedAround(DEVICE, 10)).isTrue();
        assertThat(closed.wasClosedAround(DEVICE, 19)).isTrue();
        assertThat(closed.wasClosedAround(DEVICE, 20)).isFalse();
        assertThat(closed.wasClosedAround(OTHER, 15)).isFalse();
        assertThat(open.wasClosedAround(DEVICE, 15)).isFalse();
    }

    @Test
    void eventBelongsToTheLastSessionOfItsDeviceThatHadBegun() {
        // given
        SessionPublication.Result told = new SessionPublication.Result(
                List.of(told("s2", DEVICE, 20), told("s1", DEVICE, 10), told("s3", OTHER, 15)), List.of());

        // then
        assertThat(told.find(DEVICE, 9)).isEmpty();
        assertThat(told.find(DEVICE, 10)).contains(new SessionId("s1"));
        assertThat(told.find(DEVICE, 19)).contains(new SessionId("s1"));
        assertThat(told.find(DEVICE, 20)).contains(new SessionId("s2"));
        assertThat(told.find(OTHER, 20)).contains(new SessionId("s3"));
        assertThat(told.find(new DeviceId("unknown"), 20)).isEmpty();
    }

    private static PublishedSession told(long closesAtMs) {
        return new PublishedSession(
                new SessionId("s1"), DEVICE, new EventId("first"), 10, 2, true, 7, 10, 20, closesAtMs);
    }

    private static PublishedSession told(String id, DeviceId device, long anchorAtMs) {
        return new PublishedSession(
                new SessionId(id), device, new EventId(id), anchorAtMs, 1, false, 7, anchorAtMs, anchorAtMs, 500);
    }

    private static Session session(String device, long fromMs, long toMs) {
        Session first = entry(device, fromMs).open();
        return entry(device, toMs).extend(first);
    }

    private static SessionEntry entry(String device, long atMs) {
        return SessionEntry.of(
                EventDraft.of("e" + atMs, "page_viewed", atMs).on(device).event(), Optional.empty(), Optional.empty());
    }
}
