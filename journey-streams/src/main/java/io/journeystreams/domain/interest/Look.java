package io.journeystreams.domain.interest;

import io.journeystreams.domain.event.Line;
import java.util.Comparator;

/**
 * A product that was looked at.
 *
 * @param line the product as last shown, one piece
 * @param views how often
 * @param lastAtMs last view, epoch milliseconds
 */
public record Look(Line line, int views, long lastAtMs) {

    static final Comparator<Look> LAST = Comparator.comparingLong(Look::lastAtMs)
            .thenComparing(Look::productId)
            .thenComparingInt(Look::views);

    Look joined(Look other) {
        Look last = LAST.compare(this, other) >= 0 ? this : other;
        return new Look(last.line, views + other.views, last.lastAtMs);
    }

    String productId() {
        return line.product().productId();
    }
}
