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
        Subject known = described(state.get(paymentKey(occurrence, cart), cart), occurrence);
        CheckoutProgress failed =
                known.about().progress().failing(Decline.of(occurrence)).paidBy(PendingPayment.methodOf(occurrence));
        Subject payment = known.with(known.about().with(failed));
        return PendingPayment.failed(state, occurrence)
                .supersededBy(payment, event.atMs())
                .armOrTouch(payment, event, policy);
    }

    private static Abandonment atTill(
            Abandonment state, JourneyEvent event, Carts carts, boolean isNew, AbandonmentPolicy policy) {
        Occurrence occurrence = event.occurrence();
        CartId cart = cartOf(state, occurrence, carts);
        Subject checkout = advanced(described(state.get(checkoutKey(occurrence, cart), cart), occurrence), occurrence);
        Abandonment next = state.supersededBy(checkout, event.atMs());
        boolean hasOpenPayment = next.about(cart).stream()
                .anyMatch(subject -> subject.kind().isAbove(Kind.CHECKOUT) && subject.isArmed());
        boolean arms = isNew || checkout.isArmed() || checkout.armSeq() == 0;
        return arms && !hasOpenPayment ? next.armOrTouch(checkout, event, policy) : next.with(checkout);
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
        return subject.with(subject.about().with(subject.about().progress().reaching(occurrence.attribute(STEP))));
    }
}
