package io.journeystreams.domain.churn.model;

/**
 * BG/NBD (Fader, Hardie and Lee 2005): a customer may become inactive after each repeat order. Who has not come again yet is
 * active for certain, which is where it is weakest.
 */
public record BgNbd(double r, double alpha, double a, double b) implements BetaGeometric {

    public BgNbd {
        Parameters.requirePositive(r, alpha, a, b);
    }

    @Override
    public int stays(int repeats) {
        return repeats;
    }
}
