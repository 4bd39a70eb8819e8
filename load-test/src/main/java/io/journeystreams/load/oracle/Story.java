package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rules A, told once over all that is known of a profile, from its first event to a moment: which alert falls due next that nobody
 * has been told of, and what became of those that were told. An alert that was told did happen, at its deadline, whatever is known
 * of that time by now.
 */
final class Story {
    private static final long NEVER_MS = Long.MAX_VALUE / 2;

    /** Of those that fall due at the same time the higher kind comes first, and then it goes by what they are about. */
    private static final Comparator<Alert> IN_TURN = Comparator.comparingLong(Alert::deadlineMs)
            .thenComparing(
                    Alert::kind, Comparator.comparingInt(Subject::heightOf).reversed())
            .thenComparing(Alert::subject);

    private final ShopRules rules;
    private final Subjects subjects = new Subjects();
    private final Ends ends = new Ends();
    private final Carts carts = new Carts(subjects, ends);
    private final Purchases purchases;
    private final List<Alert> told;
    private final Predicate<Alert> published;
    private long lastActivityMs = Long.MIN_VALUE;
    private @Nullable Alert due;

    private Story(ShopRules rules, List<Alert> told, Predicate<Alert> published) {
        this.rules = rules;
        this.published = published;
        this.purchases = new Purchases(rules, carts, subjects, ends);
        this.told = new ArrayList<>(told);
        this.told.sort(IN_TURN);
    }

    /**
     * @param facts all that is known of the profile, in event-time order
     * @param published whether anybody was ever told of it; what nobody was told of happens all the same
     * @param untilMs deadlines before then are due
     * @return the earliest alert that is due, was published and is not among those told
     */
    static Optional<Alert> nextDue(
            ShopRules rules, List<Fact> facts, List<Alert> told, Predicate<Alert> published, long untilMs) {
        Story story = new Story(rules, told, published);
        story.tell(facts, untilMs);
        return Optional.ofNullable(story.due);
    }

    /** What became of those told, and of those that fell due though nobody was told. */
    static Map<Alert, End> ends(ShopRules rules, List<Fact> facts, List<Alert> told) {
        Story story = new Story(rules, told, alert -> false);
        story.tell(facts, NEVER_MS);
        return story.ends.all();
    }

    private void tell(List<Fact> facts, long untilMs) {
        for (Fact fact : facts) {
            if (fact.tooLate() && !fact.isPurchase()) {
                continue;
            }
            passTo(Math.min(fact.atMs(), untilMs));
            if (due != null) {
                return;
            }
            apply(fact);
        }
        passTo(untilMs);
    }

    // ---- time: T5

    /** Lets everything happen whose deadline is before then. An event at its deadline is in time. */
    private void passTo(long ms) {
        while (due == null) {
            Optional<Alert> next = subjects.all().stream()
                    .filter(subject -> subject.armed && deadlineMs(subject) < ms && !isTold(subject))
                    .map(this::alert)
                    .min(IN_TURN);
            boolean toldFirst = !told.isEmpty()
                    && told.get(0).deadlineMs() < ms
                    && (next.isEmpty() || IN_TURN.compare(told.get(0), next.get()) <= 0);
            if (toldFirst) {
                happens(told.remove(0));
            } else if (next.isPresent()) {
                fallsDue(next.get());
            } else {
                return;
            }
        }
    }

    /** T7: what was told of an arming stays, though by what is known now it would have come sooner, or of another cart. */
    private boolean isTold(Subject subject) {
        return told.stream()
                .anyMatch(alert -> subject.isArmedFor(alert)
                        || (alert.kind() == subject.kind
                                && alert.subject().equals(subject.id)
                                && alert.armedAtMs() <= deadlineMs(subject)));
    }

    private long deadlineMs(Subject subject) {
        long silentMs = Math.max(lastActivityMs, subject.armedAtMs())
                + delay(subject.kind).toMillis();
        return Math.max(silentMs, Math.max(cooledDownMs(subject), quietUntilMs(subject)));
    }

    private Duration delay(AbandonmentKind kind) {
        return switch (kind) {
            case CART -> rules.cartDelay();
            case CHECKOUT -> rules.checkoutDelay();
            case PAYMENT_FAILED -> rules.paymentFailedDelay();
            default -> throw new IllegalStateException("not modelled: " + kind);
        };
    }

    private Alert alert(Subject subject) {
        Fact armedBy = Objects.requireNonNull(subject.armedBy);
        return new Alert(
                subject.kind,
                subject.id,
                armedBy.eventId(),
                armedBy.atMs(),
                deadlineMs(subject),
                subject.cart.contents(),
                subject.cart.total());
    }

    private void fallsDue(Alert alert) {
        if (published.test(alert)) {
            due = alert;
        } else {
            happens(alert);
        }
    }

    private void happens(Alert alert) {
        Subject subject = subjects.of(alert);
        if (subject == null) {
            // its cart has gone into another, which something else had armed
            ends.began(alert, End.retracted(AbandonmentReason.MERGED));
            return;
        }
        boolean needless = subject.disarmedMs >= alert.armedAtMs();
        ends.began(alert, needless ? End.retracted(subject.disarmedBy) : endOfShown(alert, subject));
        subject.armed &= needless; // and what was armed since goes on
        subject.alerted = true;
        subject.cart.alerted = true;
        subject.alerts++;
        subject.lastDeadlineMs = alert.deadlineMs();
        if (!needless) {
            subjects.of(subject.cart).forEach(other -> ends.replace(other.alert, alert)); // A3
            subject.alert = alert;
        }
    }

    private End endOfShown(Alert alert, Subject subject) {
        return purchases.haveTakenFrom(alert, subject.cart)
                ? End.retracted(AbandonmentReason.LATE_PURCHASE)
                : End.STANDS;
    }

    // ---- events

    private void apply(Fact fact) {
        if (fact.isInteractive() && !fact.isPurchase()) {
            lastActivityMs = Math.max(lastActivityMs, fact.atMs()); // A2
        }
        if (fact.changesCart()) {
            changeCart(fact);
        } else if (fact.type().equals("checkout_started") || fact.type().equals("checkout_step_completed")) {
            startCheckout(fact);
        } else if (fact.type().equals("payment_failed")) {
            failPayment(fact);
        } else if (fact.isPurchase()) {
            purchases.buy(fact);
        }
        carts.claim(fact);
    }

    private void changeCart(Fact fact) {
        Cart cart = carts.of(fact);
        cart.device = fact.device();
        boolean more = cart.change(fact);
        Subject left = subjects.get(AbandonmentKind.CART, cart.id, cart);
        if (cart.isEmpty()) {
            subjects.of(cart).forEach(subject -> empty(subject, fact.atMs()));
            return;
        }
        if (subjects.isArmed(cart, AbandonmentKind.PAYMENT_FAILED)) {
            return;
        }
        subjects.of(cart).stream()
                .filter(subject -> subject.kind == AbandonmentKind.CHECKOUT)
                .forEach(subject -> subject.disarm(fact.atMs(), AbandonmentReason.SUPERSEDED)); // moves down
        if (!left.armed && (more || !cart.alerted)) {
            arm(left, fact);
        }
    }

    /** A7. A payment that failed is another matter: only a success or an order ends it. */
    private void empty(Subject subject, long atMs) {
        if (subject.kind != AbandonmentKind.PAYMENT_FAILED) {
            subject.disarm(atMs, AbandonmentReason.EMPTIED);
            ends.end(subject.alert, End.retracted(AbandonmentReason.EMPTIED));
        }
    }

    private void startCheckout(Fact fact) {
        Cart cart = carts.of(fact);
        String id = fact.checkoutId() != null ? fact.checkoutId() : cart.id;
        Subject left = subjects.get(AbandonmentKind.CHECKOUT, id, cart);
        if (subjects.isArmed(cart, AbandonmentKind.PAYMENT_FAILED)) {
            return;
        }
        subjects.disarmLower(cart, left.height(), fact.atMs());
        boolean begins = fact.type().equals("checkout_started") || left.armedBy == null;
        if (begins && !left.armed && !left.alerted) {
            arm(left, fact);
        }
    }

    private void failPayment(Fact fact) {
        Cart cart = carts.of(fact);
        String id = fact.checkoutId() != null ? fact.checkoutId() : fact.orderId() != null ? fact.orderId() : cart.id;
        Subject left = subjects.get(AbandonmentKind.PAYMENT_FAILED, id, cart);
        subjects.disarmLower(cart, left.height(), fact.atMs());
        if (!left.armed) {
            arm(left, fact);
        }
    }

    /** A10: not more often than that, and no sooner than then. */
    private void arm(Subject subject, Fact fact) {
        if (subject.alerts >= rules.maxAlerts()) {
            return;
        }
        subject.arm(fact);
        subject.cart.alerted = false;
    }

    private long cooledDownMs(Subject subject) {
        return subject.lastDeadlineMs == Long.MIN_VALUE
                ? Long.MIN_VALUE
                : subject.lastDeadlineMs + rules.coolDown().toMillis();
    }

    /** A3: after the alert of a higher kind the lower ones are quiet, of other carts too. */
    private long quietUntilMs(Subject lower) {
        return subjects.all().stream()
                .filter(subject -> subject.height() > lower.height() && subject.lastDeadlineMs != Long.MIN_VALUE)
                .mapToLong(subject ->
                        subject.lastDeadlineMs + rules.quietAfterHigher().toMillis())
                .max()
                .orElse(Long.MIN_VALUE);
    }
}
