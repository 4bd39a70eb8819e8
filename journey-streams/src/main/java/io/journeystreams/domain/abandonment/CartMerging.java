package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.cart.CartMerge;
import io.journeystreams.domain.event.CartId;
import java.util.List;

/**
 * What was left unfinished in a cart that went into another one goes on there (rule A9): its arming and its alert, unless the
 * other's are the earlier ones.
 */
public final class CartMerging {

    private CartMerging() {}

    /** @param atMs event time of the merges, epoch milliseconds */
    public static Abandonment step(Abandonment state, List<CartMerge> merges, long atMs) {
        Abandonment next = state;
        for (CartMerge merge : merges) {
            for (Subject subject : next.about(merge.from())) {
                next = moved(next, subject, merge, atMs);
            }
            next = withHighestOnly(next, merge.into(), atMs);
        }
        return next;
    }

    private static Abandonment moved(Abandonment state, Subject subject, CartMerge merge, long atMs) {
        Subject moved = subject.movedTo(keyAfter(subject.key(), merge), merge.into());
        Abandonment rest = state.without(subject);
        return rest.find(moved.key())
                .map(there -> joined(rest, there, moved, subject, atMs))
                .orElseGet(() -> rest.with(moved));
    }

    /** Without a checkout or order id, a subject goes by that of its cart. */
    private static SubjectKey keyAfter(SubjectKey key, CartMerge merge) {
        return key.id().equals(merge.from().value())
                ? new SubjectKey(key.kind(), merge.into().value())
                : key;
    }

    /** An arming that gives way stays known under its old name, should its alert turn out to have gone out. */
    private static Abandonment joined(Abandonment rest, Subject there, Subject moved, Subject before, long atMs) {
        SubjectMerge merge = SubjectMerge.at(atMs, there, moved);
        Abandonment next = rest.joined(merge);
        boolean gaveWay = before.arming() instanceof Arming.Armed
                && !merge.subject().arming().equals(before.arming());
        return gaveWay
                ? next.with(Subject.idle(before.key(), before.about())
                        .with(
                                new Arming.Disarmed(((Arming.Armed) before.arming()).by(), DisarmReason.MERGED, atMs),
                                atMs))
                : next;
    }

    private static Abandonment withHighestOnly(Abandonment state, CartId cart, long atMs) {
        Abandonment next = state;
        for (Subject subject : state.about(cart)) {
            boolean isArmed = next.find(subject.key()).filter(Subject::isArmed).isPresent();
            next = isArmed ? next.supersededBy(subject, atMs) : next;
        }
        return next;
    }
}
