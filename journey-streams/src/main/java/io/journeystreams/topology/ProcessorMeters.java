package io.journeystreams.topology;

import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.churn.Calibration;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.engine.Outcome;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.intake.IntakeOutcome;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.intake.SourceWatermark;

/** What the processors report about themselves. Called from the stream threads, several at a time; must not block. */
public interface ProcessorMeters {

    /** Reports to nobody. */
    ProcessorMeters NONE = new ProcessorMeters() {};

    /** Intake read a record of {@code topic}; one call for each outcome that applies. */
    default void intakeOutcome(String topic, IntakeOutcome outcome) {}

    /** Intake wrote a watermark of {@code source}, an input topic-partition. */
    default void watermark(String source, SourceWatermark.Mark mark) {}

    /** The input topic-partition is no longer this instance's. */
    default void sourceReleased(String source) {}

    /** A record of {@code topic} became a dead letter. */
    default void deadLetter(String topic, RejectionReason reason) {}

    /** The rules decided about an event. */
    default void eventOutcome(Outcome outcome) {}

    /** Running counts of rule A1 since the journal began. */
    default void tally(int journalPartition, Tally total) {}

    /** Running counts of rule C5 since the journal began. */
    default void calibration(int journalPartition, Calibration total) {}

    /** An alert of rule A11 was published. */
    default void alert(AlertOutput output) {}

    /** A churn alert was published. */
    default void churnAlert(ChurnOutput output) {}

    /** A customer has ordered, and without a model nobody can say when they are overdue (rule C1). */
    default void unscored() {}

    /** What the clock of a journal partition shows, once every source has been heard. */
    default void clock(int journalPartition, ClockReading reading) {}

    /**
     * Deadlines that are due and wait to be swept, after a sweep.
     *
     * @param atLeast counted up to the size of a batch
     */
    default void deadlinesDue(int journalPartition, int atLeast) {}

    /** Deadlines taken out of the index by a sweep, postponed ones included. */
    default void deadlinesSwept(int journalPartition, int count) {}

    /** The journal partition is no longer this instance's. */
    default void released(int journalPartition) {}
}
