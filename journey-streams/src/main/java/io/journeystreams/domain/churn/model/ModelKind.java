package io.journeystreams.domain.churn.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The models that can be fitted. The key is written into parameter files. */
public enum ModelKind {
    BG_NBD("bg-nbd", false),
    MBG_NBD("mbg-nbd", false),
    BG_NBD_SLOWING("bg-nbd-slowing", true),
    MBG_NBD_SLOWING("mbg-nbd-slowing", true);

    private static final List<String> CONSTANT = List.of("r", "alpha", "a", "b");
    private static final List<String> SLOWING = List.of("r", "alpha", "a", "b", "floor", "weeks");

    private final String key;
    private final boolean isSlowing;

    ModelKind(String key, boolean isSlowing) {
        this.key = key;
        this.isSlowing = isSlowing;
    }

    public static Optional<ModelKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    public String key() {
        return key;
    }

    public boolean isSlowing() {
        return isSlowing;
    }

    /** Whether a customer may leave with the first order. */
    public boolean mayLeaveAtOnce() {
        return this == MBG_NBD || this == MBG_NBD_SLOWING;
    }

    /** In the order in which {@link #model} takes them. */
    public List<String> parameterNames() {
        return isSlowing ? SLOWING : CONSTANT;
    }

    /** @throws IllegalArgumentException if they are not as many as there are names, or out of their bounds */
    public PurchaseModel model(List<Double> parameters) {
        if (parameters.size() != parameterNames().size()) {
            throw new IllegalArgumentException(key + " has the parameters " + parameterNames() + ": " + parameters);
        }
        BetaGeometric constant = constant(parameters);
        return isSlowing ? new SlowingModel(constant, new Pace(parameters.get(4), parameters.get(5))) : constant;
    }

    private BetaGeometric constant(List<Double> parameters) {
        double r = parameters.get(0);
        double alpha = parameters.get(1);
        double a = parameters.get(2);
        double b = parameters.get(3);
        return mayLeaveAtOnce() ? new MbgNbd(r, alpha, a, b) : new BgNbd(r, alpha, a, b);
    }
}
