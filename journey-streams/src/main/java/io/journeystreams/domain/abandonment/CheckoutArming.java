package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.abandonment.Alert.CheckoutProgress;
import io.journeystreams.domain.cart.Carts;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutAdvanced;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.CheckoutStarted;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.PaymentFailed;
import java.util.Optional;

/** When checkouts and failed payments arm (kinds CHECKOUT and PAYMENT_FAILED of the table, rule A3). */
public final class CheckoutArming {

    private static final String STEP = "checkout_step";
    private static final String ERROR = "error";
    private static final String HARDNESS = "error_hardness";

    private CheckoutArming() {}

    /** The customer goes to the till: the cart moves up. After an alert this is a new checkout (rule A10). */
    public static Abandonment started(Abandonment state, CheckoutStarted event, Carts carts, AbandonmentPolicy policy) {
        return atTill(state, event, carts, true, policy);
    }

    /** A further step arms a checkout whose start was not seen, but none that had its alert. */
    public static Abandonment advanced(
            Abandonment state, CheckoutAdvanced event, Carts carts, AbandonmentPolicy policy) {
        return atTill(state, event, carts, false, policy);
    }

    /** A payment fails: it is what can be left unfinished now, in place of cart and checkout. */
    public static Abandonment paymentFailed(
            Abandonment state, PaymentFailed event, Carts carts, AbandonmentPolicy policy) {
        Occurrence occurrence = event.occurrence();
        CartId cart = cartOf(state, occurrence, carts);
        Abandonment next = moveUp(state, cart, Kind.PAYMENT_FAILED, event.atMs());
        Subject payment = described(next.get(paymentKey(occurrence, cart), cart), occurrence);
        return next.armOrTouch(payment.with(payment.about().with(failed(payment, occurrence))), event, policy);
    }

    private static Abandonment atTill(
            Abandonment state, JourneyEvent event, Carts carts, boolean isNew, AbandonmentPolicy policy) {
        Occurrence occurrence = event.occurrence();
        CartId cart = cartOf(state, occurrence, carts);
        Abandonment next = moveUp(state, cart, Kind.CHECKOUT, event.atMs());
        Subject checkout = advanced(described(next.get(checkoutKey(occurrence, cart), cart), occurrence), occurrence);
        boolean hasOpenPayment = next.about(cart).stream()
                .anyMatch(subject -> subject.kind().isAbove(Kind.CHECKOUT) && subject.isArmed());
        boolean arms = isNew || checkout.isArmed() || checkout.armSeq() == 0;
        return arms && !hasOpenPayment ? next.armOrTouch(checkout, event, policy) : next.with(checkout);
    }

    /** Disarms what a higher kind supersedes. */
    private static Abandonment moveUp(Abandonment state, CartId cart, Kind to, long atMs) {
        Abandonment next = state;
        for (Subject subject : state.about(cart)) {
            if (to.isAbove(subject.kind())) {
                next = next.disarm(subject, DisarmReason.MOVED_UP, atMs);
            }
        }
        return next;
    }

    /** The named cart, that of the named checkout, or the one last changed. */
    private static CartId cartOf(Abandonment state, Occurrence occurrence, Carts carts) {
        return occurrence
                .cartId()
                .or(() -> occurrence.checkoutId().flatMap(state::cartOf))
                .or(carts::lastChanged)
                .orElse(CartId.ONLY);
    }

    private static SubjectKey checkoutKey(Occurrence occurrence, CartId cart) {
        return new SubjectKey(
                Kind.CHECKOUT, occurrence.checkoutId().map(CheckoutId::value).orElse(cart.value()));
    }

    private static SubjectKey paymentKey(Occurrence occurrence, CartId cart) {
        Optional<String> id = occurrence.checkoutId().map(CheckoutId::value).or(() -> occurrence
                .orderId()
                .map(OrderId::value));
        return new SubjectKey(Kind.PAYMENT_FAILED, id.orElse(cart.value()));
    }

    private static Subject described(Subject subject, Occurrence occurrence) {
        return subject.with(
                subject.about().withReferences(occurrence.checkoutId(), occurrence.orderId(), occurrence.lines()));
    }

    private static Subject advanced(Subject subject, Occurrence occurrence) {
        CheckoutProgress before = subject.about().progress();
        return subject.with(subject.about()
                .with(new CheckoutProgress(
                        occurrence.attribute(STEP).or(before::step),
                        before.lastError(),
                        before.errorHardness(),
                        before.attempts())));
    }

    private static CheckoutProgress failed(Subject payment, Occurrence occurrence) {
        CheckoutProgress before = payment.about().progress();
        return new CheckoutProgress(
                before.step(),
                occurrence.attribute(ERROR).or(before::lastError),
                occurrence.attribute(HARDNESS).or(before::errorHardness),
                before.attempts() + 1);
    }
}
