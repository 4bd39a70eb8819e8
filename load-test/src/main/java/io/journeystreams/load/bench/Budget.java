package io.journeystreams.load.bench;

/**
 * What the project has set itself.
 *
 * @param must what counts as failed if it is missed
 * @param aim what is wished for
 * @param isCeiling the figure must not be higher; else not lower
 * @param measured the median of the rounds and their spread
 */
public record Budget(String what, String unit, double must, double aim, boolean isCeiling, Spread measured) {

    public boolean meetsMust() {
        return meets(must);
    }

    public boolean meetsAim() {
        return meets(aim);
    }

    /** In words. */
    public String verdict() {
        if (meetsAim()) {
            return "aim met";
        }
        return meetsMust() ? "must met, aim missed" : "MISSED";
    }

    private boolean meets(double limit) {
        return isCeiling ? measured.median() <= limit : measured.median() >= limit;
    }
}
