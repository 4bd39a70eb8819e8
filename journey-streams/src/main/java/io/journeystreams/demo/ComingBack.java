package io.journeystreams.demo;

import java.time.Duration;

/**
 * Coming back to what was left behind, by the mail that reminds of it, or of oneself.
 *
 * @param isReminded false: belongs to those whose reminders are withheld, and who come back less often
 */
record ComingBack(Diary diary, VisitScript shop, boolean isReminded) {

    /** How long after the end of a delay the reminder has certainly gone out. */
    static final Duration LEAST = Duration.ofSeconds(10);

    static final Duration MOST = Duration.ofSeconds(15);
    private static final int UNREMINDED_PERCENT = 35;

    /**
     * Returns whether the shopper is back.
     *
     * @param percent how many of those who are reminded come back
     */
    boolean happensAfter(Duration delay, int percent) {
        boolean isBack = Drawing.isOneIn(isReminded ? percent : percent * UNREMINDED_PERCENT / 100, diary.random());
        if (!isBack) {
            return false;
        }
        diary.pause(delay.plus(LEAST), delay.plus(MOST));
        if (isReminded) {
            shop.arriveByEmail();
        } else {
            shop.arrive();
        }
        return true;
    }
}
