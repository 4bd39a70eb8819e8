package io.journeystreams.domain.churn.model;

/**
 * MBG/NBD (Batislam, Denizel and Filiztekin 2007): like {@link BgNbd}, but a customer may become inactive after the first
 * order too.
 */
public record MbgNbd(double r, double alpha, double a, double b) implements BetaGeometric {

    public MbgNbd {
        Parameters.requirePositive(r, alpha, a, b);
    }

    @Override
    public int stays(int repeats) {
        return repeats + 1;
    }
}
