package io.journeystreams.domain.service;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.PaymentFailed;
import io.journeystreams.domain.moment.Moment.Kind;
import io.journeystreams.domain.stage.Direction;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.Mission;
import io.journeystreams.domain.stage.TouchChannel;
import io.journeystreams.domain.stage.Transition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Touchpoints, contacts, friction (rules M2 to M4). Events come in event-time order. */
public final class ServiceRules {

    private static final Set<String> CHECKOUT_ERRORS = Set.of("checkout_error", "checkout_step_failed");
    private static final String ERROR = "error";

    /** So often back up into stages that it had been in: the customer goes in circles. */
    private static final int LOOP_FROM = 2;

    private ServiceRules() {}

    /**
     * Test events (rule A14) and late ones (rule T3) count for nothing.
     *
     * @param moves transitions that the event brought
     */
    public static Service apply(
            Service before, JourneyEvent event, List<Transition> moves, Surroundings where, ServicePolicy policy) {
        Occurrence occurrence = event.occurrence();
        if (occurrence.test() || occurrence.late()) {
            return before;
        }
        Service counted = TouchChannel.of(occurrence).map(before::touchedOn).orElse(before);
        Service next = event.accept(new ContactSteps(counted, policy));
        next = error(event)
                .map(kind -> where.friction(kind, occurrence, occurrence.attribute(ERROR)))
                .map(next::with)
                .orElse(next);
        for (Transition move : moves) {
            Optional<Friction.Kind> kind = detour(move, where);
            if (kind.isPresent()) {
                next = next.with(where.at(move.from()).friction(kind.get(), occurrence, Optional.of(move.to())));
            }
        }
        return next;
    }

    private static Optional<Friction.Kind> error(JourneyEvent event) {
        if (event instanceof PaymentFailed) {
            return Optional.of(Friction.Kind.PAYMENT_FAILED);
        }
        boolean isError = CHECKOUT_ERRORS.contains(event.occurrence().type());
        return isError ? Optional.of(Friction.Kind.CHECKOUT_ERROR) : Optional.empty();
    }

    private static Optional<Friction.Kind> detour(Transition move, Surroundings where) {
        if (move.layer() != Layer.MISSION || move.from().isEmpty()) {
            return Optional.empty();
        }
        if (move.direction() == Direction.BACKWARD) {
            return Optional.of(Friction.Kind.DETOUR);
        }
        boolean isCircle = where.mission().map(Mission::reentries).orElse(0) >= LOOP_FROM;
        return move.direction() == Direction.REENTRY && isCircle ? Optional.of(Friction.Kind.LOOP) : Optional.empty();
    }

    /** When time alone changes something, epoch milliseconds: a promise passes, or nobody has come again. */
    public static OptionalLong nextDueAtMs(Service service, ServicePolicy policy) {
        long nextMs = Long.MAX_VALUE;
        for (Contact contact : service.open()) {
            nextMs = contact.waitsForPromise() ? Math.min(nextMs, contact.promisedAtMs()) : nextMs;
        }
        for (PastContact past : service.past()) {
            nextMs = past.maySolve() ? Math.min(nextMs, solvedAtMs(past, policy)) : nextMs;
        }
        return nextMs == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(nextMs);
    }

    public static Service pass(Service before, long atMs, Surroundings where, ServicePolicy policy) {
        Service next = before;
        for (Contact contact : before.open()) {
            if (contact.waitsForPromise() && contact.promisedAtMs() == atMs) {
                next = next.replacing(contact, contact.breached())
                        .with(where.breach(contact, atMs))
                        .with(ContactSteps.moment(
                                Kind.PROMISE_BREACHED,
                                atMs,
                                contact.openedBy(),
                                contact.openedAtMs(),
                                contact.figures(atMs, false),
                                true));
            }
        }
        for (PastContact past : before.past()) {
            if (past.maySolve() && solvedAtMs(past, policy) == atMs) {
                next = solved(next, past, atMs);
            }
        }
        return next;
    }

    private static Service solved(Service state, PastContact past, long atMs) {
        return state.withPast(state.past().stream()
                        .filter(known -> !known.equals(past))
                        .toList())
                .with(ContactSteps.moment(
                        Kind.SOLVED_AT_FIRST_CONTACT, atMs, past.endedBy(), past.endedAtMs(), past.figures(), true));
    }

    /** A contact at the end of the window is still a repeated one. */
    private static long solvedAtMs(PastContact past, ServicePolicy policy) {
        return past.endedAtMs() + policy.repeatWithin().toMillis();
    }
}
