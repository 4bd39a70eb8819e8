package io.journeystreams.domain.session;

import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Money;
import java.util.List;
import java.util.Optional;

/**
 * One uninterrupted activity of a customer on a device, as far as it is known (rules S1 to S5).
 *
 * @param firstEventId the earliest event in the order of rule T9
 * @param startedAtMs first event, epoch milliseconds
 * @param endedAtMs last event so far, epoch milliseconds
 * @param events interactive events
 * @param views page and product views
 * @param hasKeyEvent a cart, checkout, payment, order, form or login event is among them
 * @param touches channels in the order of their first appearance
 * @param orderValue sum of the orders placed in it; absent where no total is known
 * @param cartValue value of the customer's carts after the last event; absent where a price is missing
 * @param end why it ended, or {@link End#OPEN}
 * @param pace how fast it goes, and whether a program is behind it
 * @param membersDigest changes when, and practically only when, the set of events does
 */
public record Session(
        DeviceId deviceId,
        Optional<String> device,
        EventId firstEventId,
        long startedAtMs,
        long endedAtMs,
        int events,
        int views,
        boolean hasKeyEvent,
        Optional<String> entryPage,
        Optional<String> exitPage,
        Optional<String> entryChannel,
        Optional<String> entryCampaign,
        List<String> touches,
        boolean converted,
        Optional<Money> orderValue,
        Optional<Money> cartValue,
        End end,
        Pace pace,
        long membersDigest) {

    /** From here on a visit counts as engaged, milliseconds (rule S5). */
    private static final long ENGAGED_AFTER_MS = 10_000;

    private static final int ENGAGED_VIEWS = 2;

    public Session {
        touches = List.copyOf(touches);
    }

    public long durationMs() {
        return endedAtMs - startedAtMs;
    }

    public boolean contains(long atMs) {
        return startedAtMs <= atMs && atMs <= endedAtMs;
    }

    /** The same session, with the reason why it ended. */
    public Session endedBy(End reason) {
        return new Session(
                deviceId,
                device,
                firstEventId,
                startedAtMs,
                endedAtMs,
                events,
                views,
                hasKeyEvent,
                entryPage,
                exitPage,
                entryChannel,
                entryCampaign,
                touches,
                converted,
                orderValue,
                cartValue,
                reason,
                pace,
                membersDigest);
    }

    public boolean isBot() {
        return pace.isBot();
    }

    public boolean isEngaged() {
        return durationMs() >= ENGAGED_AFTER_MS || views >= ENGAGED_VIEWS || hasKeyEvent;
    }

    /** Why a session ended (rule S2). */
    public enum End {
        OPEN,
        INACTIVITY,
        MAX_LENGTH,
        LOGOUT,
        CAMPAIGN
    }
}
