package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentReason;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The carts of a profile while its story is told, and how a guest's becomes the account's (A9). */
final class Carts {
    /** A cart that its source does not name. */
    private static final String THE_ONLY_CART = "default";

    private final Map<String, Cart> carts = new LinkedHashMap<>();
    private final Subjects subjects;
    private final Ends ends;

    Carts(Subjects subjects, Ends ends) {
        this.subjects = subjects;
        this.ends = ends;
    }

    Collection<Cart> all() {
        return List.copyOf(carts.values());
    }

    /** The one that the event is about; a customer who is named about it has it. */
    Cart of(Fact fact) {
        String id = fact.cartId() == null ? THE_ONLY_CART : fact.cartId();
        Cart cart = named(id).orElseGet(() -> {
            Cart fresh = new Cart(id);
            fresh.guests = true;
            carts.put(id, fresh);
            return fresh;
        });
        cart.guests &= fact.customer() == null;
        return cart;
    }

    Optional<Cart> named(String id) {
        return carts.values().stream().filter(cart -> cart.names.contains(id)).findFirst();
    }

    /** What guests put into carts on the device of this event goes into the account's, now or as soon as there is one. */
    void claim(Fact fact) {
        if (fact.customer() != null && fact.device() != null) {
            carts.values().stream()
                    .filter(cart -> isGuests(cart) && Objects.equals(fact.device(), cart.device))
                    .forEach(cart -> cart.claimed = true);
        }
        for (Cart guest : all()) {
            if (isGuests(guest) && guest.claimed) {
                accountCart(guest).ifPresent(account -> merge(guest, account, fact.atMs()));
            }
        }
    }

    /** What is empty has nothing to give. */
    private static boolean isGuests(Cart cart) {
        return cart.guests && !cart.isEmpty();
    }

    private Optional<Cart> accountCart(Cart guest) {
        return carts.values().stream()
                .filter(cart -> !cart.guests && !cart.isEmpty() && cart != guest)
                .max(Comparator.comparingLong(cart -> cart.changedMs));
    }

    private void merge(Cart guest, Cart account, long atMs) {
        boolean oneDevice = guest.device != null && guest.device.equals(account.device);
        account.takeIn(guest, oneDevice);
        carts.remove(guest.id);
        for (Subject subject : subjects.of(guest)) {
            subject.cart = account;
            if (subject.kind == AbandonmentKind.CART) {
                subjects.forget(subject);
                join(subject, subjects.get(AbandonmentKind.CART, account.id, account));
            }
        }
        int highest = subjects.of(account).stream()
                .filter(subject -> subject.armed)
                .mapToInt(Subject::height)
                .max()
                .orElse(0);
        subjects.disarmLower(account, highest, atMs);
    }

    /** I6: the earlier arming stands for both, and of two alerts the earlier armed. */
    private void join(Subject from, Subject into) {
        if (from.armed && from.armedBy != null && (!into.armed || from.armedAtMs() < into.armedAtMs())) {
            into.arm(from.armedBy);
        }
        Alert one = from.alert;
        Alert other = into.alert;
        if (one != null && other != null && ends.stands(one) && ends.stands(other)) {
            Alert later = one.armedAtMs() < other.armedAtMs() ? other : one;
            ends.end(later, End.retracted(AbandonmentReason.MERGED));
        }
        if (one != null && !ends.stands(other)) {
            into.alert = one;
            into.alerted |= from.alerted;
        }
        into.alerts += from.alerts;
        into.lastDeadlineMs = Math.max(into.lastDeadlineMs, from.lastDeadlineMs);
    }
}
