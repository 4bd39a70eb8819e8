package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.FormStarted;
import io.journeystreams.domain.event.FormSubmitted;
import io.journeystreams.domain.event.JourneyEvent;
import java.util.Optional;

/**
 * When a form arms and disarms (kind FORM of the table). It has no part in the arbiter: a half-filled enquiry is not a lower
 * stage of a cart. Started again after its alert, it is a new one (rule A10).
 */
public final class FormArming {

    private static final String FORM_ID = "form_id";
    private static final String UNNAMED = "form";

    private FormArming() {}

    public static Abandonment started(Abandonment state, FormStarted event, AbandonmentPolicy policy) {
        String id = named(event).or(() -> page(event)).orElse(UNNAMED);
        Subject form = state.get(new SubjectKey(Kind.FORM, id), About.NO_CART);
        return state.armOrTouch(form, event, policy);
    }

    /** A submission that names no form closes them all: its page is often another one. */
    public static Abandonment submitted(Abandonment state, FormSubmitted event, long graceMs) {
        Optional<String> id = named(event);
        Abandonment next = state;
        for (Subject form : state.ofKind(Kind.FORM)) {
            if (id.isEmpty() || id.get().equals(form.key().id())) {
                next = submitted(next, form, event.atMs(), graceMs);
            }
        }
        return next;
    }

    private static Abandonment submitted(Abandonment state, Subject form, long atMs, long graceMs) {
        Abandonment next = state.disarm(form, DisarmReason.SUBMITTED, atMs);
        Subject current = next.get(form.key(), form.about());
        next = next.resolve(current, current.alerts().endedWell(atMs, graceMs, Reason.SUBMITTED));
        Subject resolved = next.get(form.key(), form.about());
        return next.with(resolved.with(resolved.alerts().restarted()));
    }

    private static Optional<String> named(JourneyEvent event) {
        return event.occurrence().attribute(FORM_ID).map(String::strip).filter(id -> !id.isEmpty());
    }

    private static Optional<String> page(JourneyEvent event) {
        return event.occurrence().pageUrl().map(url -> url.split("[?#]", 2)[0]);
    }
}
