package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.cart.Carts;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.ProductSearched;
import io.journeystreams.domain.interest.InterestStep.Aroused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When searches and looks arm and disarm (kinds SEARCH and BROWSE of the table). Nothing arms while a higher kind is armed or
 * has just had its alert (rule A3): unlike a cart, a look is not put off until then, it is forgotten.
 */
public final class InterestArming {

    private static final String QUERY = "query";
    private static final int LONGEST_QUERY = 200;

    private InterestArming() {}

    /** The latest search takes the place of the one before. After an alert a search is armed by being made again. */
    public static Abandonment searched(Abandonment state, ProductSearched event, AbandonmentPolicy policy) {
        Optional<String> query = event.occurrence()
                .attribute(QUERY)
                .map(InterestArming::normalised)
                .filter(text -> !text.isEmpty());
        if (query.isEmpty()) {
            return state;
        }
        Subject search = state.get(new SubjectKey(Kind.SEARCH, query.get()), About.NO_CART);
        Abandonment next = state;
        for (Subject other : state.ofKind(Kind.SEARCH)) {
            if (!other.key().equals(search.key())) {
                next = next.disarm(other, DisarmReason.REPLACED, event.atMs());
            }
        }
        return mayArm(next, search, event.atMs(), policy) ? next.armOrTouch(search, event, policy) : next;
    }

    /** A product viewed, before or after the alert: the search has led somewhere. */
    public static Abandonment viewed(Abandonment state, JourneyEvent view) {
        Abandonment next = state;
        for (Subject search : state.ofKind(Kind.SEARCH)) {
            next = next.disarm(search, DisarmReason.VIEWED, view.atMs());
            next = next.resolve(
                    next.get(search.key(), search.about()), new AlertStatus.Retracted(view.atMs(), Reason.SUPERSEDED));
        }
        return next;
    }

    /** One alert a product until it is bought: looking at it again is no change (rule A10). What is in a cart is the cart's. */
    public static Abandonment aroused(
            Abandonment state, Aroused interest, JourneyEvent event, Carts carts, AbandonmentPolicy policy) {
        String productId = interest.line().product().productId();
        Subject known = state.get(new SubjectKey(Kind.BROWSE, productId), About.NO_CART);
        Subject look = known.with(known.about().with(List.of(interest.line())));
        Evidence view = new Evidence(interest.view(), interest.position());
        if (look.arming() instanceof Arming.Armed armed) {
            return state.with(look.with(armed.touchedBy(view, interest.atMs()), event.atMs()));
        }
        boolean isNew = look.alerts().count() == 0 && !wasDisarmed(look, view);
        if (!isNew || isInCart(productId, carts) || !mayArm(state, look, event.atMs(), policy)) {
            return state;
        }
        Arming.Armed armed = Arming.Armed.by(view, interest.atMs(), look.arming());
        return state.supersededBy(look, event.atMs()).arm(look.armed(armed, event.atMs()));
    }

    private static boolean mayArm(Abandonment state, Subject subject, long atMs, AbandonmentPolicy policy) {
        return subject.isArmed()
                || (!state.isSuperseded(subject) && Deadlines.quietUntilMs(state, subject, policy) <= atMs);
    }

    /** An event arms once. */
    private static boolean wasDisarmed(Subject look, Evidence view) {
        return look.arming() instanceof Arming.Disarmed disarmed
                && disarmed.by().equals(view.eventId());
    }

    private static boolean isInCart(String productId, Carts carts) {
        return carts.carts().stream()
                .flatMap(cart -> cart.contents().stream())
                .map(Line::product)
                .anyMatch(product -> product.productId().equals(productId));
    }

    private static String normalised(String query) {
        String text = query.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return text.substring(0, Math.min(text.length(), LONGEST_QUERY));
    }
}
