package io.journeystreams.load.generator;

/**
 * How often sources do wrong; each a share from 0 to 1.
 *
 * @param duplicated records that are sent two or three times
 * @param reordered records that come late, but within the grace
 * @param late records of the clickstream that come later than that, up to three times the grace
 * @param laggingOrders orders that are heard of from the CRM up to three delays later
 * @param lyingClocks players whose devices are a year or a few seconds ahead, or days behind
 * @param poison records among all that cannot be read
 */
public record Rates(
        double duplicated, double reordered, double late, double laggingOrders, double lyingClocks, double poison) {

    public Rates {
        for (double rate : new double[] {duplicated, reordered, late, laggingOrders, lyingClocks, poison}) {
            if (rate < 0 || rate > 1) {
                throw new IllegalArgumentException("a rate is from 0 to 1: " + rate);
            }
        }
    }

    /** Everything goes wrong now and then. */
    public static Rates usual() {
        return new Rates(0.1, 0.15, 0.01, 0.5, 0.05, 0.02);
    }

    /** Nothing ever does. */
    public static Rates none() {
        return new Rates(0, 0, 0, 0, 0, 0);
    }
}
