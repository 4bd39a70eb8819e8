package io.journeystreams.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Customers who behave as a model says, with known parameters. */
record SimulatedCustomers(
        double r, double alpha, double a, double b, boolean mayLeaveAtOnce, double floor, double weeks) {

    /** @param joinDays they come for the first time within so many days */
    List<PurchaseDays> draw(int customers, int joinDays, int days, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, customers)
                .mapToObj(i -> one(random, random.nextInt(joinDays), days))
                .toList();
    }

    private PurchaseDays one(Random random, int first, int days) {
        double rate = gamma(random, r) / alpha;
        double ofA = gamma(random, a);
        double leaves = ofA / (ofA + gamma(random, b));
        List<Integer> bought = new ArrayList<>(List.of(first));
        double time = 0;
        boolean isActive = !mayLeaveAtOnce || random.nextDouble() >= leaves;
        while (isActive) {
            time = next(random, rate, time, days);
            if (first + Math.ceil(time * 7) >= days) {
                break;
            }
            bought.add(first + (int) Math.ceil(time * 7));
            isActive = random.nextDouble() >= leaves;
        }
        return new PurchaseDays(bought);
    }

    /** By thinning: candidates at the first pace, kept as often as the pace is now. */
    private double next(Random random, double rate, double after, int days) {
        double time = after;
        do {
            time -= Math.log(1 - random.nextDouble()) / rate;
        } while (time * 7 < days && random.nextDouble() > floor + (1 - floor) * Math.exp(-time / weeks));
        return time;
    }

    /** Marsaglia and Tsang (2000). */
    private static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double v = Math.pow(1 + c * normal, 3);
            if (v > 0 && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
