package io.journeystreams.churn;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Where the mean log-likelihood is highest, and how it falls around it.
 *
 * @param covariance of the parameters on the free scale: the inverse of the observed information
 */
record Peak(List<Double> at, double height, RealMatrix covariance) {

    /** Converged if a further step would not gain more, in units of the sum of log-likelihoods. */
    private static final double NOTHING_TO_GAIN = 1e-7;

    private static final int STEPS = 30;
    private static final int HALVINGS = 20;

    /** For first differences. */
    private static final double NEAR = 1e-4;

    /** For second differences, which lose twice as many digits. */
    private static final double FAR = 1e-3;

    Peak {
        at = List.copyOf(at);
    }

    /** Newton's method; empty if it does not come to rest where the function falls in all directions. */
    static Optional<Peak> from(double[] start, ToDoubleFunction<double[]> height, int customers) {
        RealVector at = new ArrayRealVector(start);
        for (int step = 0; step < STEPS; step++) {
            RealVector slope = slope(at, height);
            RealMatrix fall;
            try {
                fall = new CholeskyDecomposition(curvature(at, height).scalarMultiply(-1))
                        .getSolver()
                        .getInverse();
            } catch (MathRuntimeException e) {
                return Optional.empty();
            }
            RealVector move = fall.operate(slope);
            if (slope.dotProduct(move) / 2 * customers < NOTHING_TO_GAIN) {
                List<Double> place = DoubleStream.of(at.toArray()).boxed().toList();
                double top = height.applyAsDouble(at.toArray());
                return Optional.of(new Peak(place, top, fall.scalarMultiply(1.0 / customers)));
            }
            Optional<RealVector> next = uphill(at, move, height);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.empty();
    }

    private static Optional<RealVector> uphill(RealVector at, RealVector move, ToDoubleFunction<double[]> height) {
        double here = height.applyAsDouble(at.toArray());
        RealVector step = move;
        for (int i = 0; i < HALVINGS; i++) {
            RealVector next = at.add(step);
            if (height.applyAsDouble(next.toArray()) > here) {
                return Optional.of(next);
            }
            step = step.mapMultiply(0.5);
        }
        return Optional.empty();
    }

    private static RealVector slope(RealVector at, ToDoubleFunction<double[]> height) {
        RealVector slope = new ArrayRealVector(at.getDimension());
        for (int i = 0; i < at.getDimension(); i++) {
            double above = height.applyAsDouble(moved(at, i, NEAR, i, 0));
            double below = height.applyAsDouble(moved(at, i, -NEAR, i, 0));
            slope.setEntry(i, (above - below) / (2 * NEAR));
        }
        return slope;
    }

    private static RealMatrix curvature(RealVector at, ToDoubleFunction<double[]> height) {
        int size = at.getDimension();
        RealMatrix curvature = MatrixUtils.createRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = (height.applyAsDouble(moved(at, i, FAR, j, FAR))
                                - height.applyAsDouble(moved(at, i, FAR, j, -FAR))
                                - height.applyAsDouble(moved(at, i, -FAR, j, FAR))
                                + height.applyAsDouble(moved(at, i, -FAR, j, -FAR)))
                        / (4 * FAR * FAR);
                curvature.setEntry(i, j, value);
                curvature.setEntry(j, i, value);
            }
        }
        return curvature;
    }

    private static double[] moved(RealVector at, int i, double byI, int j, double byJ) {
        double[] moved = at.toArray();
        moved[i] += byI;
        moved[j] += byJ;
        return moved;
    }
}
