package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentReason;
import org.jspecify.annotations.Nullable;

/** A cart, checkout or payment that may be left, while the story of its customer is told (A1). */
final class Subject {
    final AbandonmentKind kind;
    final String id;
    Cart cart;
    boolean armed;

    /** The event that armed it last; before, it was never armed. */
    @Nullable
    Fact armedBy;

    /** An alert was told, and nothing new has come since (A10). */
    boolean alerted;

    int alerts;
    long lastDeadlineMs = Long.MIN_VALUE;

    /** The last that was told of it and not needless, standing or not. */
    @Nullable
    Alert alert;

    /** When something else than an alert last ended an arming of it, and what. */
    long disarmedMs = Long.MIN_VALUE;

    AbandonmentReason disarmedBy = AbandonmentReason.NONE;

    Subject(AbandonmentKind kind, String id, Cart cart) {
        this.kind = kind;
        this.id = id;
        this.cart = cart;
    }

    int height() {
        return heightOf(kind);
    }

    /** A3: which gives way to which. */
    static int heightOf(AbandonmentKind kind) {
        return switch (kind) {
            case CART -> 1;
            case CHECKOUT -> 2;
            case PAYMENT_FAILED -> 3;
            default -> throw new IllegalStateException("not modelled: " + kind);
        };
    }

    long armedAtMs() {
        return armedBy == null ? Long.MIN_VALUE : armedBy.atMs();
    }

    boolean isArmedFor(Alert told) {
        return armed
                && kind == told.kind()
                && armedBy != null
                && armedBy.eventId().equals(told.armedBy());
    }

    void arm(Fact by) {
        armed = true;
        alerted = false;
        armedBy = by;
    }

    void disarm(long atMs, AbandonmentReason reason) {
        if (armed) {
            armed = false;
            disarmedMs = atMs;
            disarmedBy = reason;
        }
    }
}
