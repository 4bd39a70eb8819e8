package io.journeystreams.backtest;

import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.Settlement;
import io.journeystreams.domain.engine.CourseOutputs;
import io.journeystreams.domain.fact.FactOutput;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was published of the course of journeys, in numbers.
 *
 * @param transitions published records by direction
 * @param moments published records by kind
 * @param friction what stood in customers' way, the most value at stake first, in words (rule M4)
 * @param churn published alerts by state
 * @param settlements published records by group and by what happened
 */
public record CourseSummary(
        Map<String, Long> transitions,
        Map<String, Long> moments,
        List<String> friction,
        Map<ChurnOutput.State, Long> churn,
        Map<String, Long> settlements) {

    public CourseSummary {
        transitions = Map.copyOf(transitions);
        moments = Map.copyOf(moments);
        friction = List.copyOf(friction);
        churn = Map.copyOf(churn);
        settlements = Map.copyOf(settlements);
    }

    /** Counts while it runs. */
    static final class Counts {

        private final Map<String, Long> transitions = new TreeMap<>();
        private final Map<String, Long> moments = new TreeMap<>();
        private final FrictionRanking friction = new FrictionRanking();
        private final Map<ChurnOutput.State, Long> churn = new EnumMap<>(ChurnOutput.State.class);
        private final Map<String, Long> settlements = new TreeMap<>();

        void published(CourseOutputs outputs) {
            outputs.transitions()
                    .forEach(move -> add(transitions, text(move.fact().direction())));
            outputs.moments()
                    .forEach(moment -> add(moments, moment.fact().kind().text()));
            outputs.frictions().forEach(friction::add);
            outputs.churn().forEach(alert -> add(churn, alert.state()));
            outputs.settlements().forEach(settlement -> add(settlements, inWords(settlement)));
        }

        CourseSummary summary() {
            return new CourseSummary(
                    transitions,
                    moments,
                    friction.ranks().stream().map(FrictionRanking.Rank::inWords).toList(),
                    churn,
                    settlements);
        }

        private static String inWords(FactOutput<Settlement> settlement) {
            String outcome = settlement.fact().left() ? " left" : " stayed";
            return text(settlement.fact().forecast().group()) + outcome;
        }

        private static String text(Enum<?> code) {
            return code.name().toLowerCase(Locale.ROOT);
        }

        private static <K> void add(Map<K, Long> counts, K key) {
            counts.merge(key, 1L, Long::sum);
        }
    }
}
