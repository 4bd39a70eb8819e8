package io.journeystreams.topology;

import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.engine.Outcome;
import io.journeystreams.intake.IntakeOutcome;
import io.journeystreams.intake.RejectionReason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Remembers what the processors report. */
final class Recorded implements ProcessorMeters {

    final Map<Object, Integer> counts = new HashMap<>();
    Tally tally = Tally.ZERO;
    int deadlinesDue;
    final Set<String> sourcesReleased = new HashSet<>();

    int count(Object what) {
        return counts.getOrDefault(what, 0);
    }

    @Override
    public void intakeOutcome(String topic, IntakeOutcome outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    @Override
    public void deadLetter(String topic, RejectionReason reason) {
        counts.merge(reason, 1, Integer::sum);
    }

    @Override
    public void sourceReleased(String source) {
        sourcesReleased.add(source);
    }

    @Override
    public void eventOutcome(Outcome outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    @Override
    public void tally(int journalPartition, Tally total) {
        tally = total;
    }

    @Override
    public void deadlinesDue(int journalPartition, int atLeast) {
        deadlinesDue = atLeast;
    }
}
