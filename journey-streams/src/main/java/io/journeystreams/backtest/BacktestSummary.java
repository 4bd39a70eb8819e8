package io.journeystreams.backtest;

import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.engine.Decision;
import io.journeystreams.domain.engine.Outcome;
import io.journeystreams.domain.explain.Explanation;
import io.journeystreams.domain.session.SessionOutput;
import io.journeystreams.intake.IntakeOutcome;
import io.journeystreams.intake.RejectionReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a backtest did, in numbers.
 *
 * @param events read from the files, in so far as they could be read
 * @param decisions by outcome; where one customer's profile goes on in another's there is more than one for an event
 * @param remarks what else was noticed about them
 * @param deadLetters lines that could not be used, by reason
 * @param sessions published records by state
 * @param alerts published records by state
 * @param actions records published for those who act
 * @param tally counts of rule A1
 * @param explanation of the profile asked for, if it is known
 */
public record BacktestSummary(
        long events,
        Map<Outcome, Long> decisions,
        Map<IntakeOutcome, Long> remarks,
        Map<RejectionReason, Long> deadLetters,
        Map<SessionOutput.State, Long> sessions,
        Map<AlertOutput.State, Long> alerts,
        long actions,
        long profiles,
        CourseSummary course,
        Tally tally,
        Optional<Explanation> explanation) {

    public BacktestSummary {
        decisions = Map.copyOf(decisions);
        remarks = Map.copyOf(remarks);
        deadLetters = Map.copyOf(deadLetters);
        sessions = Map.copyOf(sessions);
        alerts = Map.copyOf(alerts);
    }

    public long decisionCount() {
        return sum(decisions);
    }

    public long deadLetterCount() {
        return sum(deadLetters);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Counts while it runs. */
    static final class Counts {

        private final Map<Outcome, Long> decisions = new EnumMap<>(Outcome.class);
        private final Map<IntakeOutcome, Long> remarks = new EnumMap<>(IntakeOutcome.class);
        private final Map<RejectionReason, Long> deadLetters = new EnumMap<>(RejectionReason.class);
        private final Map<SessionOutput.State, Long> sessions = new EnumMap<>(SessionOutput.State.class);
        private final Map<AlertOutput.State, Long> alerts = new EnumMap<>(AlertOutput.State.class);
        private final CourseSummary.Counts course = new CourseSummary.Counts();
        private long events;
        private long actions;
        private Tally tally = Tally.ZERO;

        void event() {
            events++;
        }

        void remark(IntakeOutcome outcome) {
            add(remarks, outcome);
        }

        void deadLetter(RejectionReason reason) {
            add(deadLetters, reason);
        }

        /** That time passes is no decision. */
        void decided(Decision decision) {
            if (decision.outcome() != Outcome.ELAPSED) {
                add(decisions, decision.outcome());
            }
            decision.outputs().sessions().forEach(session -> add(sessions, session.state()));
            decision.outputs().alerts().forEach(alert -> add(alerts, alert.state()));
            course.published(decision.outputs().course());
            actions += decision.outputs().alerts().stream()
                    .filter(AlertOutput::toActions)
                    .count();
            if (!decision.change().equals(Tally.ZERO)) {
                tally = tally.plus(decision.change());
            }
        }

        BacktestSummary summary(long profiles, Optional<Explanation> explanation) {
            return new BacktestSummary(
                    events,
                    decisions,
                    remarks,
                    deadLetters,
                    sessions,
                    alerts,
                    actions,
                    profiles,
                    course.summary(),
                    tally,
                    explanation);
        }

        private static <K> void add(Map<K, Long> counts, K key) {
            counts.merge(key, 1L, Long::sum);
        }
    }
}
