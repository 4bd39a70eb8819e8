package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.JourneyEvent;

/**
 * A cart, checkout or payment under way: whether it is armed, and its alerts.
 *
 * @param armSeq how often it has been armed
 * @param changedAtMs last change, epoch milliseconds
 */
public record Subject(SubjectKey key, About about, Arming arming, int armSeq, AlertHistory alerts, long changedAtMs) {

    static Subject idle(SubjectKey key, CartId cartId) {
        return new Subject(key, About.cart(cartId), new Arming.Idle(), 0, AlertHistory.NONE, Long.MIN_VALUE);
    }

    public Kind kind() {
        return key.kind();
    }

    public boolean isArmed() {
        return arming instanceof Arming.Armed;
    }

    boolean isAbout(CartId cart) {
        return about.cartId().equals(cart);
    }

    /** Neither armed nor with an alert that stands. */
    boolean isAtRest() {
        return !isArmed() && alerts.live().isEmpty();
    }

    Subject armedBy(JourneyEvent event) {
        return new Subject(key, about, Arming.Armed.by(event, arming), armSeq + 1, alerts, event.atMs());
    }

    Subject touchedBy(JourneyEvent event) {
        return arming instanceof Arming.Armed armed ? with(armed.touchedBy(event), event.atMs()) : this;
    }

    Subject with(Arming next, long atMs) {
        return new Subject(key, about, next, armSeq, alerts, atMs);
    }

    Subject with(About next) {
        return new Subject(key, next, arming, armSeq, alerts, changedAtMs);
    }

    Subject with(AlertHistory next) {
        return new Subject(key, about, arming, armSeq, next, changedAtMs);
    }
}
