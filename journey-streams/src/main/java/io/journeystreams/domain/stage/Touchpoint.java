package io.journeystreams.domain.stage;

/**
 * Where a customer and the shop touch now.
 *
 * @param sinceMs when the customer came there from another channel, epoch milliseconds
 */
public record Touchpoint(TouchChannel channel, long sinceMs) {

    /** That of the later move. */
    Touchpoint union(Touchpoint other) {
        boolean isLater = sinceMs > other.sinceMs || (sinceMs == other.sinceMs && channel.compareTo(other.channel) > 0);
        return isLater ? this : other;
    }
}
