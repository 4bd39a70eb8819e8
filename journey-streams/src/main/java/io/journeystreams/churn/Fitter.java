package io.journeystreams.churn;

import io.journeystreams.churn.UnfittableException.Problem;
import io.journeystreams.domain.churn.model.ModelKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * Finds the parameters of the highest likelihood: from several starts with BOBYQA (Powell 2009), on a scale on which each parameter
 * can take any value, then with Newton's method until there is nothing left to gain.
 */
final class Fitter {

    static final int FEWEST_CUSTOMERS = 100;
    static final int FEWEST_REPEATS = 20;
    static final int SHORTEST_DAYS = 28;

    /** On the free scale; beyond it a parameter runs away to nothing or to infinity: e^10 is 22,000. */
    private static final double BOUND = 10;

    private static final double TRUST_RADIUS = 0.5;
    private static final double STOP_RADIUS = 1e-4;
    private static final int EVALUATIONS = 3_000;
    private static final List<double[]> STARTS =
            List.of(new double[] {0.5, 5, 0.8, 2, 0.5, 5}, new double[] {0.2, 2, 0.5, 1, 0.7, 13}, new double[] {
                2, 20, 1, 4, 0.3, 3
            });

    private final ModelKind kind;
    private final FreeScale scale;
    private final Likelihood likelihood;
    private final Sample sample;

    private Fitter(ModelKind kind, Sample sample) {
        this.kind = kind;
        this.scale = new FreeScale(kind);
        this.likelihood = new Likelihood(sample, kind);
        this.sample = sample;
    }

    /** @throws UnfittableException if there is too little to go by, or no highest likelihood */
    static Fit fit(ModelKind kind, Sample sample) throws UnfittableException {
        requireEnough(sample);
        return new Fitter(kind, sample).best();
    }

    /** From parameters that were found on a part of the sample: goes the rest of the way. */
    static Fit refine(Fit rough, Sample sample) throws UnfittableException {
        Fitter fitter = new Fitter(rough.kind(), sample);
        Optional<Peak> peak = Peak.from(fitter.scale.free(rough.values()), fitter::height, sample.customers())
                .filter(Fitter::isWithinBounds);
        return peak.isPresent() ? fitter.fit(peak.get()) : fitter.best();
    }

    private static void requireEnough(Sample sample) throws UnfittableException {
        if (sample.customers() < FEWEST_CUSTOMERS) {
            throw new UnfittableException(
                    Problem.TOO_FEW_CUSTOMERS,
                    sample.customers() + " customers are too few; at least " + FEWEST_CUSTOMERS
                            + " are needed: take a longer time or a larger cohort");
        }
        if (sample.days() < SHORTEST_DAYS) {
            throw new UnfittableException(
                    Problem.TOO_SHORT,
                    sample.days() + " days of orders are too short; at least " + SHORTEST_DAYS
                            + " are needed: take a longer time, or a later --holdout");
        }
        if (sample.repeats() < FEWEST_REPEATS) {
            throw new UnfittableException(
                    Problem.NO_REPEATS,
                    sample.repeats() + " repeat orders among " + sample.customers()
                            + " customers are too few; at least " + FEWEST_REPEATS
                            + " are needed: do the orders name their customers by lasting ids?");
        }
    }

    private Fit best() throws UnfittableException {
        return STARTS.stream()
                .flatMap(start -> climb(scale.free(values(start))).stream())
                .max(Comparator.comparingDouble(Peak::height))
                .map(this::fit)
                .orElseThrow(() -> new UnfittableException(
                        Problem.DIVERGED,
                        kind.key() + " does not converge: the orders fit no such model, or too many at once; "
                                + "take more customers or a longer time, or another --model"));
    }

    private List<Double> values(double[] start) {
        return IntStream.range(0, kind.parameterNames().size())
                .mapToObj(i -> start[i])
                .toList();
    }

    private Optional<Peak> climb(double[] start) {
        try {
            double[] near = new BOBYQAOptimizer(2 * start.length + 1, TRUST_RADIUS, STOP_RADIUS)
                    .optimize(
                            new MaxEval(EVALUATIONS),
                            new ObjectiveFunction(this::height),
                            GoalType.MAXIMIZE,
                            new InitialGuess(start),
                            new SimpleBounds(all(-BOUND, start.length), all(BOUND, start.length)))
                    .getPoint();
            return Peak.from(near, this::height, sample.customers()).filter(Fitter::isWithinBounds);
        } catch (MathRuntimeException e) {
            return Optional.empty();
        }
    }

    /** Mean log-likelihood of a customer. */
    private double height(double[] free) {
        return likelihood.of(scale.values(free)) / sample.customers();
    }

    private static boolean isWithinBounds(Peak peak) {
        return peak.at().stream().allMatch(value -> Math.abs(value) < BOUND);
    }

    private Fit fit(Peak peak) {
        double[] free = peak.at().stream().mapToDouble(Double::doubleValue).toArray();
        List<Double> values = scale.values(free);
        RealMatrix covariance = peak.covariance();
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < free.length; i++) {
            errors.add(Math.sqrt(covariance.getEntry(i, i)) * scale.slope(i, values.get(i)));
        }
        return new Fit(kind, values, errors, peak.height() * sample.customers(), sample.customers());
    }

    private static double[] all(double value, int length) {
        return Stream.generate(() -> value)
                .limit(length)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
