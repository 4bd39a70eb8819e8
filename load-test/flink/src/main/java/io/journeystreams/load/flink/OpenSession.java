package io.journeystreams.load.flink;

import io.journeystreams.contracts.SessionEndReason;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.SessionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session that may go on; a POJO as Flink understands it. */
public final class OpenSession {

    static final long GAP_MS = Duration.ofMinutes(30).toMillis();

    private static final long ENGAGED_FROM_MS = Duration.ofSeconds(10).toMillis();

    public String sessionId = "";
    public long startMs;
    public long endMs;
    public int events;
    public int views;
    public boolean converted;
    public String profile = "";
    public @Nullable String platform;
    public @Nullable String entryChannel;
    public @Nullable String entryPage;
    public @Nullable String exitPage;
    public List<String> touches = new ArrayList<>();

    static OpenSession begunBy(Activity first) {
        OpenSession session = new OpenSession();
        session.startMs = first.atMs;
        session.endMs = first.atMs;
        session.enterBy(first);
        session.add(first);
        return session;
    }

    /** When it is over if nothing more happens: an event at this moment still belongs to it. */
    long dueAtMs() {
        return endMs + GAP_MS;
    }

    boolean isWithinGapOf(long atMs) {
        return atMs >= startMs - GAP_MS && atMs <= endMs + GAP_MS;
    }

    /** One more event; it may be older than the others. */
    void add(Activity activity) {
        if (activity.atMs < startMs) {
            startMs = activity.atMs;
            enterBy(activity);
        }
        if (activity.atMs >= endMs) {
            endMs = activity.atMs;
            exitPage = activity.page == null ? exitPage : activity.page;
        }
        profile = activity.profile;
        platform = activity.platform;
        events++;
        views += activity.isView() ? 1 : 0;
        converted |= activity.buys();
        addTouch(String.valueOf(activity.channel));
    }

    /** An event has shown that both are one. */
    void join(OpenSession other) {
        if (other.startMs < startMs) {
            startMs = other.startMs;
            sessionId = other.sessionId;
            entryChannel = other.entryChannel;
            entryPage = other.entryPage;
        }
        if (other.endMs > endMs) {
            endMs = other.endMs;
            exitPage = other.exitPage;
        }
        events += other.events;
        views += other.views;
        converted |= other.converted;
        other.touches.forEach(this::addTouch);
    }

    SessionEvent asPublished(String device) {
        long durationMs = endMs - startMs;
        return SessionEvent.newBuilder()
                .setProfile(profile)
                .setTenant("shop")
                .setPolicyVersion("")
                .setSessionId(sessionId)
                .setRevision(1)
                .setState(SessionState.CLOSED)
                .setEmittedAt(Instant.ofEpochMilli(endMs))
                .setDeviceId(device)
                .setDevice(platform)
                .setStartedAt(Instant.ofEpochMilli(startMs))
                .setEndedAt(Instant.ofEpochMilli(endMs))
                .setDurationMs(durationMs)
                .setEvents(events)
                .setViews(views)
                .setEngaged(durationMs >= ENGAGED_FROM_MS || views > 1)
                .setEntryChannel(entryChannel)
                .setEntryPage(entryPage)
                .setExitPage(exitPage)
                .setTouches(touches)
                .setConverted(converted)
                .setEndReason(SessionEndReason.INACTIVITY)
                .build();
    }

    private void enterBy(Activity activity) {
        sessionId = activity.eventId;
        entryChannel = activity.channel;
        entryPage = activity.page;
    }

    private void addTouch(String channel) {
        if (!touches.contains(channel)) {
            touches.add(channel);
        }
    }
}
