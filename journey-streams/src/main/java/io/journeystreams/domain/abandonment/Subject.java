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

    static Subject idle(SubjectKey key, About about) {
        return new Subject(key, about, new Arming.Idle(), 0, AlertHistory.NONE, Long.MIN_VALUE);
    }

    public Kind kind() {
        return key.kind();
    }

    public boolean isArmed() {
        return arming instanceof Arming.Armed;
    }

    boolean isAbout(CartId cart) {
        return about.isAbout(cart);
    }

    /**
     * Whether both belong to one shopping under way (rule A3): one cart with its checkout and payment, or one order. Interest
     * has no cart; it belongs to whatever else the customer has under way. A form belongs to nothing but itself.
     */
    boolean isSameEpisode(Subject other) {
        if (key.equals(other.key)) {
            return true;
        }
        if (kind() == Kind.FORM || other.kind() == Kind.FORM) {
            return false;
        }
        if (kind().isInterest() || other.kind().isInterest()) {
            return true;
        }
        boolean isSameCart = about.cartId().isPresent() && about.cartId().equals(other.about.cartId());
        boolean isSameOrder = about.orderId().isPresent() && about.orderId().equals(other.about.orderId());
        return isSameCart || isSameOrder;
    }

    /** Neither armed nor with an alert that stands. */
    boolean isAtRest() {
        return !isArmed() && alerts.live().isEmpty();
    }

    Subject armedBy(JourneyEvent event) {
        return armed(Arming.Armed.by(event, arming), event.atMs());
    }

    Subject armed(Arming.Armed next, long atMs) {
        return new Subject(key, about, next, armSeq + 1, alerts, atMs);
    }

    Subject touchedBy(JourneyEvent event) {
        return arming instanceof Arming.Armed armed ? with(armed.touchedBy(event), event.atMs()) : this;
    }

    Subject with(Arming next, long atMs) {
        return new Subject(key, about, next, armSeq, alerts, atMs);
    }

    Subject movedTo(SubjectKey name, CartId cart) {
        return new Subject(name, about.inCart(cart), arming, armSeq, alerts, changedAtMs);
    }

    Subject with(About next) {
        return new Subject(key, next, arming, armSeq, alerts, changedAtMs);
    }

    Subject with(AlertHistory next) {
        return new Subject(key, about, arming, armSeq, next, changedAtMs);
    }
}
