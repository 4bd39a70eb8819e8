package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.fact.Fact;
import java.util.Optional;

/**
 * That a customer may be leaving (rule C3).
 *
 * @param armedBy the last order, or the event of the contract; its id derives from it (rule T7)
 * @param firedAtMs its deadline, epoch milliseconds
 * @param score as it fired
 * @param isTimed time alone made it fire
 * @param cancellation what the customer said who wants to leave; only of {@link ChurnKind#VOLUNTARY}
 */
public record ChurnAlert(
        ChurnKind kind,
        EventId armedBy,
        long firedAtMs,
        ChurnScore score,
        Optional<Escalation> escalation,
        Optional<Ending> ending,
        boolean isTimed,
        Optional<Cancellation> cancellation)
        implements Fact {

    /** The level at which an alert fires. */
    public static final int FIRST_LEVEL = 1;

    /**
     * It got worse.
     *
     * @param level above {@link #FIRST_LEVEL}; of failed renewals the number of attempts
     * @param atMs epoch milliseconds
     */
    public record Escalation(int level, long atMs, ChurnScore score) {}

    /**
     * It is over.
     *
     * @param atMs epoch milliseconds
     * @param by the event, if one ended it
     */
    public record Ending(ChurnReason reason, long atMs, Optional<EventId> by) {}

    /** One that time alone makes fire, at its deadline. */
    static ChurnAlert timed(ChurnKind kind, EventId armedBy, long dueAtMs, ChurnScore score) {
        return new ChurnAlert(
                kind, armedBy, dueAtMs, score, Optional.empty(), Optional.empty(), true, Optional.empty());
    }

    /** One that an event makes fire at once. */
    static ChurnAlert told(ChurnKind kind, EventId by, long atMs, ChurnScore score) {
        return new ChurnAlert(kind, by, atMs, score, Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    public boolean isFiring() {
        return ending.isEmpty();
    }

    public int level() {
        return escalation.map(Escalation::level).orElse(FIRST_LEVEL);
    }

    /** As it was last told. */
    public ChurnScore currentScore() {
        return escalation.map(Escalation::score).orElse(score);
    }

    @Override
    public long atMs() {
        return firedAtMs;
    }

    @Override
    public String cause() {
        return causeOf(kind, armedBy);
    }

    /** What the id of an alert follows from (rule T7). */
    static String causeOf(ChurnKind kind, EventId armedBy) {
        return "CHURN|" + kind + "|" + armedBy.value();
    }

    @Override
    public String group() {
        return cause();
    }

    boolean isSameAs(ChurnAlert other) {
        return cause().equals(other.cause());
    }

    ChurnAlert ended(ChurnReason reason, long atMs, Optional<EventId> by) {
        return with(escalation, Optional.of(new Ending(reason, Math.max(atMs, firedAtMs), by)));
    }

    ChurnAlert reinstated() {
        return with(escalation, Optional.empty());
    }

    ChurnAlert escalated(int level, long atMs, ChurnScore now) {
        return with(Optional.of(new Escalation(level, atMs, now)), ending);
    }

    ChurnAlert beforeEscalation() {
        return with(Optional.empty(), ending);
    }

    ChurnAlert saying(Cancellation said) {
        Cancellation all = cancellation.map(before -> before.with(said)).orElse(said);
        return new ChurnAlert(kind, armedBy, firedAtMs, score, escalation, ending, isTimed, Optional.of(all));
    }

    private ChurnAlert with(Optional<Escalation> nextLevel, Optional<Ending> end) {
        return new ChurnAlert(kind, armedBy, firedAtMs, score, nextLevel, end, isTimed, cancellation);
    }
}
