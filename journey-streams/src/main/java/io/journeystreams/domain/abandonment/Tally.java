package io.journeystreams.domain.abandonment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts of arming and its outcomes. At all times {@code armed = abandoned + disarmed + open} (rule A1); a late event can
 * correct the counts downwards.
 *
 * @param open armed subjects that wait for their deadline, counted apart and not derived from the others
 * @param cartAnomalies quantities that would have fallen below 0, and lines beyond the bound (rule A8)
 * @param trial what became of alerts that were acted on, and of those withheld for comparison (rule A15)
 */
public record Tally(
        long armed, long abandoned, Map<DisarmReason, Long> disarmed, long open, long cartAnomalies, Trial trial) {

    public static final Tally ZERO = new Tally(0, 0, Map.of(), 0, 0, Trial.NONE);

    public Tally {
        disarmed = disarmed.isEmpty() ? Map.of() : ordered(disarmed);
    }

    static Tally ofArmed() {
        return new Tally(1, 0, Map.of(), 0, 0, Trial.NONE);
    }

    static Tally ofAbandoned() {
        return new Tally(0, 1, Map.of(), 0, 0, Trial.NONE);
    }

    static Tally ofDisarmed(DisarmReason reason) {
        return new Tally(0, 0, Map.of(reason, 1L), 0, 0, Trial.NONE);
    }

    static Tally ofOpen(long subjects) {
        return new Tally(0, 0, Map.of(), subjects, 0, Trial.NONE);
    }

    public static Tally ofCartAnomalies(long anomalies) {
        return new Tally(0, 0, Map.of(), 0, anomalies, Trial.NONE);
    }

    public static Tally of(Trial trial) {
        return new Tally(0, 0, Map.of(), 0, 0, trial);
    }

    /** What changes when a profile is erased: nothing of it is open any more. */
    public static Tally ofErased(Tally before) {
        return new Tally(0, 0, Map.of(DisarmReason.ERASED, before.open), -before.open, 0, Trial.NONE);
    }

    public Tally plus(Tally other) {
        return combine(other, 1);
    }

    public Tally minus(Tally other) {
        return combine(other, -1);
    }

    public boolean isConserved() {
        return armed == abandoned + totalDisarmed() + open;
    }

    public long disarmed(DisarmReason reason) {
        return disarmed.getOrDefault(reason, 0L);
    }

    private long totalDisarmed() {
        return disarmed.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<DisarmReason, Long> ordered(Map<DisarmReason, Long> counts) {
        Map<DisarmReason, Long> ordered = new EnumMap<>(counts);
        ordered.values().removeIf(count -> count == 0);
        return Collections.unmodifiableMap(ordered);
    }

    private Tally combine(Tally other, int sign) {
        if (other.equals(ZERO)) {
            return this;
        }
        return new Tally(
                armed + sign * other.armed,
                abandoned + sign * other.abandoned,
                disarmedWith(other, sign),
                open + sign * other.open,
                cartAnomalies + sign * other.cartAnomalies,
                sign > 0 ? trial.plus(other.trial) : trial.minus(other.trial));
    }

    private Map<DisarmReason, Long> disarmedWith(Tally other, int sign) {
        if (other.disarmed.isEmpty()) {
            return disarmed;
        }
        Map<DisarmReason, Long> sums = new EnumMap<>(DisarmReason.class);
        sums.putAll(disarmed);
        other.disarmed.forEach((reason, count) -> sums.merge(reason, sign * count, Long::sum));
        return sums;
    }
}
