package io.journeystreams.load.flink;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a device while a session or a cart is open: all of it in one value, read and written once an event. A POJO as
 * Flink understands it.
 */
public final class Visitor {

    static final long NEVER = Long.MAX_VALUE;

    /** Usually one; more while time in another partition is behind. */
    public List<OpenSession> sessions = new ArrayList<>();

    public @Nullable OpenCart cart;

    /** When the timer that counts goes off, event time; others have been overtaken. */
    public long timerAtMs = NEVER;

    /** @param nowMs the watermark: of what happened until then everything has been heard */
    void joinSession(Activity activity, long nowMs) {
        OpenSession joined = null;
        for (Iterator<OpenSession> all = sessions.iterator(); all.hasNext(); ) {
            OpenSession session = all.next();
            if (!session.isWithinGapOf(activity.atMs)) {
                continue;
            }
            if (joined == null) {
                joined = session;
                joined.add(activity);
            } else {
                joined.join(session);
                all.remove();
            }
        }
        if (joined == null && activity.atMs + OpenSession.GAP_MS > nowMs) {
            sessions.add(OpenSession.begunBy(activity));
        }
    }

    /** @param abandoned told of a cart whose delay was over before this happened */
    void moveCart(Activity activity, Consumer<OpenCart> abandoned) {
        if (cart != null && activity.atMs > cart.dueAtMs()) {
            abandoned.accept(cart);
            cart = null;
        }
        if (activity.buys()) {
            cart = null;
            return;
        }
        if (cart == null && activity.fillsCart()) {
            cart = OpenCart.begunBy(activity);
        }
        if (cart != null) {
            cart.touch(activity);
        }
    }

    /** Ends what is due by then. */
    void settle(long nowMs, Consumer<OpenSession> closed, Consumer<OpenCart> abandoned) {
        for (Iterator<OpenSession> all = sessions.iterator(); all.hasNext(); ) {
            OpenSession session = all.next();
            if (session.dueAtMs() <= nowMs) {
                closed.accept(session);
                all.remove();
            }
        }
        if (cart != null && cart.dueAtMs() <= nowMs) {
            abandoned.accept(cart);
            cart = null;
        }
    }

    /** When something may next be due, {@link #NEVER} if nothing is open. */
    long dueAtMs() {
        long dueAtMs = cart == null ? NEVER : cart.dueAtMs();
        for (OpenSession session : sessions) {
            dueAtMs = Math.min(dueAtMs, session.dueAtMs());
        }
        return dueAtMs;
    }
}
