package io.journeystreams.load.bench;

import io.journeystreams.load.shop.ShopEvent;
import io.journeystreams.load.shop.ShopEvent.Kind;
import io.journeystreams.load.shop.Wire;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Works out what is right while the events are written: they come in order, so that it is simple. */
public final class Truth {

    static final long GAP_MS = Duration.ofMinutes(30).toMillis();
    public static final long DELAY_MS = Duration.ofMinutes(60).toMillis();

    private static final long NO_DEADLINE = Long.MAX_VALUE;

    private final Map<Integer, ClosedSession> open = new HashMap<>();
    private final Map<Integer, Long> deadlines = new HashMap<>();
    private final Set<ClosedSession> sessions = new HashSet<>();
    private final Set<AbandonedCart> carts = new HashSet<>();

    public void accept(ShopEvent event) {
        String device = Wire.deviceId(event.device());
        joinSession(event, device);
        moveDeadline(event, device);
    }

    /** After the last event, when every gap and delay has passed. */
    public Results results() {
        sessions.addAll(open.values());
        open.clear();
        deadlines.forEach((device, atMs) -> carts.add(new AbandonedCart(Wire.deviceId(device), atMs)));
        deadlines.clear();
        return new Results(sessions, carts);
    }

    private void joinSession(ShopEvent event, String device) {
        ClosedSession session = open.get(event.device());
        if (session != null && event.atMs() - session.endMs() <= GAP_MS) {
            open.put(event.device(), new ClosedSession(device, session.startMs(), event.atMs(), session.events() + 1));
            return;
        }
        if (session != null) {
            sessions.add(session);
        }
        open.put(event.device(), new ClosedSession(device, event.atMs(), event.atMs(), 1));
    }

    private void moveDeadline(ShopEvent event, String device) {
        long deadlineMs = deadlines.getOrDefault(event.device(), NO_DEADLINE);
        if (event.atMs() > deadlineMs) {
            carts.add(new AbandonedCart(device, deadlineMs));
            deadlines.remove(event.device());
        }
        if (event.kind() == Kind.ORDER_PLACED) {
            deadlines.remove(event.device());
        } else if (event.kind() == Kind.PRODUCT_ADDED || deadlines.containsKey(event.device())) {
            deadlines.put(event.device(), event.atMs() + DELAY_MS);
        }
    }
}
