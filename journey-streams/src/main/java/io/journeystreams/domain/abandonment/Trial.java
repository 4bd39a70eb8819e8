package io.journeystreams.domain.abandonment;

import java.util.OptionalDouble;

/**
 * What became of alerts that were acted on, and of those that were withheld for comparison (rule A15). Alerts that a purchase
 * made in time took back count in neither. A late event can correct the counts downwards.
 *
 * @param reminded alerts that could be acted on
 * @param remindedRecovered of these, followed by a purchase
 * @param withheld alerts of the control group that could have been acted on but for it
 * @param withheldRecovered of these, followed by a purchase
 */
public record Trial(long reminded, long remindedRecovered, long withheld, long withheldRecovered) {

    public static final Trial NONE = new Trial(0, 0, 0, 0);

    /** The part that an alert has in a trial. */
    public enum Group {
        /** None: no action was open to it. */
        NEITHER,
        REMINDED,
        WITHHELD
    }

    static Trial of(Group group, AlertOutput.State state, Reason reason) {
        boolean counts = !(state == AlertOutput.State.RETRACTED && reason == Reason.LATE_PURCHASE);
        long alerts = counts ? 1 : 0;
        long recovered = state == AlertOutput.State.RECOVERED ? 1 : 0;
        return switch (group) {
            case NEITHER -> NONE;
            case REMINDED -> new Trial(alerts, recovered, 0, 0);
            case WITHHELD -> new Trial(0, 0, alerts, recovered);
        };
    }

    public Trial plus(Trial other) {
        return combine(other, 1);
    }

    public Trial minus(Trial other) {
        return combine(other, -1);
    }

    /** Share of reminded alerts that were recovered, 0 to 1; empty if there are none. */
    public OptionalDouble remindedRate() {
        return rate(remindedRecovered, reminded);
    }

    /** Share of withheld alerts that were recovered all the same, 0 to 1; empty if there are none. */
    public OptionalDouble withheldRate() {
        return rate(withheldRecovered, withheld);
    }

    /** What reminders added, as a difference of the two shares; empty unless both groups have alerts. */
    public OptionalDouble lift() {
        return reminded > 0 && withheld > 0
                ? OptionalDouble.of(
                        remindedRate().getAsDouble() - withheldRate().getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble rate(long part, long whole) {
        return whole > 0 ? OptionalDouble.of((double) part / whole) : OptionalDouble.empty();
    }

    private Trial combine(Trial other, int sign) {
        return new Trial(
                reminded + sign * other.reminded,
                remindedRecovered + sign * other.remindedRecovered,
                withheld + sign * other.withheld,
                withheldRecovered + sign * other.withheldRecovered);
    }
}
