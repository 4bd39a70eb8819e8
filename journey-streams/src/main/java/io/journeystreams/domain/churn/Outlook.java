package io.journeystreams.domain.churn;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What silence will tell of a customer, solved once when something changes. Nobody looks at the customer in between.
 *
 * @param sinceMs what it was solved for holds since then, epoch milliseconds: nothing is told from before
 * @param entersAtMs when the decay reaches the level at which an alert is armed, epoch milliseconds; empty if it does not
 * @param escalatesAtMs when it reaches the level at which it is told again, epoch milliseconds; empty if it does not
 * @param reviewAtMs when to look whether there are other parameters by now, epoch milliseconds; {@link #NEVER} for those who have been
 *     silent for two years
 */
public record Outlook(long sinceMs, OptionalLong entersAtMs, OptionalLong escalatesAtMs, long reviewAtMs) {

    /** Nothing is due. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Of who has bought nothing. */
    public static final Outlook NONE = new Outlook(Long.MIN_VALUE, OptionalLong.empty(), OptionalLong.empty(), NEVER);

    /** New parameters reach everybody within this time, without anybody being looked for. */
    public static final Duration REVIEW = Duration.ofDays(84);

    private static final Duration REVIEWED_FOR = Duration.ofDays(728);

    /** @param sinceMs epoch milliseconds */
    static Outlook of(Buying buying, ChurnPolicy policy, long sinceMs) {
        return buying.isEmpty()
                ? NONE
                : new Outlook(
                        sinceMs,
                        crossing(buying, policy, policy.enter()),
                        crossing(buying, policy, policy.escalate()),
                        reviewAfter(buying, Math.max(sinceMs, buying.lastAtMs())));
    }

    /** Since when an alert is armed, or from when on it will be, epoch milliseconds; {@link #NEVER} if it will not. */
    long pendingSinceMs() {
        return entersAtMs.isEmpty() ? NEVER : Math.max(entersAtMs.getAsLong(), sinceMs);
    }

    /** What has been waited for too long already comes now. */
    Outlook escalatingNoSoonerThan(long ms) {
        OptionalLong later =
                escalatesAtMs.isEmpty() ? escalatesAtMs : OptionalLong.of(Math.max(escalatesAtMs.getAsLong(), ms));
        return new Outlook(sinceMs, entersAtMs, later, reviewAtMs);
    }

    Outlook reviewed(Buying buying, long atMs) {
        return new Outlook(sinceMs, entersAtMs, escalatesAtMs, reviewAfter(buying, atMs));
    }

    /** Of two profiles that are one now; until it is solved for what both have bought, nothing is due. */
    Outlook union(Outlook other) {
        if (equals(NONE) || other.equals(NONE)) {
            return equals(NONE) ? other : this;
        }
        return new Outlook(
                Math.max(sinceMs, other.sinceMs),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Math.min(reviewAtMs, other.reviewAtMs));
    }

    private static OptionalLong crossing(Buying buying, ChurnPolicy policy, double level) {
        return policy.model(buying)
                .map(model -> model.crossingMs(buying, level))
                .orElse(OptionalLong.empty());
    }

    private static long reviewAfter(Buying buying, long ms) {
        long nextMs = ms + REVIEW.toMillis();
        return nextMs <= buying.lastAtMs() + REVIEWED_FOR.toMillis() ? nextMs : NEVER;
    }
}
