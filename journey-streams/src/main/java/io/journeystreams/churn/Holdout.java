package io.journeystreams.churn;

import io.journeystreams.domain.churn.model.PurchaseModel;
import io.journeystreams.domain.churn.model.RepeatPurchases;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * How good foretelling is: what was said about the time after a day with what was known before it, held against what came.
 *
 * @param fromDay the first day that was not known, epoch day
 * @param toDay the first day after the orders end
 * @param scores by their names: of the model, and of what is simpler
 * @param weeks orders week by week
 */
public record Holdout(int fromDay, int toDay, List<Score> scores, List<Week> weeks) {

    public Holdout {
        scores = List.copyOf(scores);
        weeks = List.copyOf(weeks);
    }

    /** @param isProbability if not it only ranks */
    public record Score(String name, Predictions predictions, boolean isProbability) {}

    /** @param number from 1; the last may be shorter than seven days */
    public record Week(int number, double expected, int actual) {}

    static Holdout of(PurchaseModel chosen, PurchaseModel plain, List<PurchaseDays> cohort, int fromDay, int toDay) {
        List<PurchaseDays> known =
                cohort.stream().filter(days -> days.first() < fromDay).toList();
        List<Score> scores = List.of(
                new Score("risk", foretold(known, fromDay, toDay, riskBy(chosen)), true),
                new Score("risk by plain BG/NBD", foretold(known, fromDay, toDay, riskBy(plain)), true),
                new Score("1 - P(alive)", foretold(known, fromDay, toDay, (p, weeks) -> 1 - chosen.alive(p)), true),
                new Score(
                        "1 - P(alive), BG/NBD",
                        foretold(known, fromDay, toDay, (p, weeks) -> 1 - plain.alive(p)),
                        true),
                new Score(
                        "silence alone",
                        foretold(known, fromDay, toDay, (p, weeks) -> p.ageWeeks() - p.lastWeeks()),
                        false));
        return new Holdout(fromDay, toDay, scores, weeks(chosen, known, fromDay, toDay));
    }

    static ToDoubleBiFunction<RepeatPurchases, Double> riskBy(PurchaseModel model) {
        return model::risk;
    }

    /** @param score of what is known of a customer, for so many weeks ahead */
    static Predictions foretold(
            List<PurchaseDays> cohort, int fromDay, int toDay, ToDoubleBiFunction<RepeatPurchases, Double> score) {
        double weeks = (toDay - fromDay) / Sample.DAYS_A_WEEK;
        List<Double> scores = new ArrayList<>();
        List<Boolean> outcomes = new ArrayList<>();
        for (PurchaseDays days : cohort) {
            if (days.first() < fromDay) {
                scores.add(score.applyAsDouble(Sample.purchases(days, fromDay), weeks));
                outcomes.add(days.countBefore(toDay) == days.countBefore(fromDay));
            }
        }
        return new Predictions(scores, outcomes);
    }

    public double length() {
        return (toDay - fromDay) / Sample.DAYS_A_WEEK;
    }

    public double expectedOrders() {
        return weeks.stream().mapToDouble(Week::expected).sum();
    }

    public int actualOrders() {
        return weeks.stream().mapToInt(Week::actual).sum();
    }

    private static List<Week> weeks(PurchaseModel model, List<PurchaseDays> known, int fromDay, int toDay) {
        Sample sample = Sample.before(fromDay, known);
        List<Week> weeks = new ArrayList<>();
        double expectedBefore = 0;
        int actualBefore =
                known.stream().mapToInt(days -> days.countBefore(fromDay)).sum();
        for (int end = fromDay + 7; end < toDay + 7; end += 7) {
            int until = Math.min(end, toDay);
            double ahead = (until - fromDay) / Sample.DAYS_A_WEEK;
            double expected = sample.groups().stream()
                    .mapToDouble(group -> group.customers() * model.expectedOrders(group.purchases(), ahead))
                    .sum();
            int actual =
                    known.stream().mapToInt(days -> days.countBefore(until)).sum();
            weeks.add(new Week(weeks.size() + 1, expected - expectedBefore, actual - actualBefore));
            expectedBefore = expected;
            actualBefore = actual;
        }
        return weeks;
    }
}
