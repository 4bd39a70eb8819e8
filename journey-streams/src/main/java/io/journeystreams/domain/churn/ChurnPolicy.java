package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.Occurrence;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Settings of the churn rules.
 *
 * @param models of customers without a contract; without them nobody is judged by silence, and that is counted
 * @param signals what signals of customers with a contract weigh; without it nobody is judged by them
 * @param enter level at which an alert is armed: of decay without a contract, of risk with one; 0 to 1
 * @param leave level below which it is cleared, below {@code enter}
 * @param escalate level at which it is told again, above {@code enter}
 * @param hold how long the level has to last before an alert fires
 * @param refireAfter no sooner after an alert was cleared does the next one of its kind fire
 * @param maxAge how long after it fired an alert may still be acted on (rule T6)
 * @param sample share of customers whose risk is settled though nothing fires, 0 to 1 (rule C5)
 */
public record ChurnPolicy(
        Optional<CohortModels> models,
        Optional<SignalWeights> signals,
        double enter,
        double leave,
        double escalate,
        Duration hold,
        Duration refireAfter,
        Duration maxAge,
        double sample) {

    private static final String NO_MODEL = "none";
    private static final double USUAL_ENTER = 0.5;
    private static final double USUAL_ESCALATE = 0.75;

    public ChurnPolicy {
        if (!(0 < leave && leave < enter && enter < escalate && escalate < 1)) {
            throw new IllegalArgumentException("levels must ascend between 0 and 1: leave " + leave + ", enter " + enter
                    + ", escalate " + escalate);
        }
        if (!(sample >= 0 && sample <= 1)) {
            throw new IllegalArgumentException("sample must be 0 to 1: " + sample);
        }
    }

    /** Without a model and without weights of signals. */
    public static ChurnPolicy defaults() {
        return new ChurnPolicy(
                Optional.empty(),
                Optional.empty(),
                USUAL_ENTER,
                0.3,
                USUAL_ESCALATE,
                Duration.ofHours(24),
                Duration.ofDays(30),
                Duration.ofDays(7),
                0.01);
    }

    /** With one model for everybody. */
    public ChurnPolicy with(ChurnModel other) {
        return with(CohortModels.of(other));
    }

    public ChurnPolicy with(CohortModels other) {
        return new ChurnPolicy(Optional.of(other), signals, enter, leave, escalate, hold, refireAfter, maxAge, sample);
    }

    public ChurnPolicy with(SignalWeights other) {
        return new ChurnPolicy(models, Optional.of(other), enter, leave, escalate, hold, refireAfter, maxAge, sample);
    }

    public ChurnPolicy withSample(double other) {
        return new ChurnPolicy(models, signals, enter, leave, escalate, hold, refireAfter, maxAge, other);
    }

    /** Attributes of orders that tell cohorts from each other. */
    public Set<String> orderAttributes() {
        return models.flatMap(CohortModels::by).map(by -> Set.of(by.name())).orElse(Set.of());
    }

    /** Empty also where cohorts are not told from each other: then nobody is to remember it. */
    Optional<String> cohort(Occurrence order) {
        return models.flatMap(CohortModels::by).flatMap(by -> by.of(order.channel(), order.attributes()));
    }

    /** The model that silence of a customer is judged by. */
    Optional<ChurnModel> model(Buying buying) {
        return models.map(known -> known.of(buying));
    }

    /** Names what a customer is judged by: parameters, weights, and levels that are not the usual ones. */
    String version(Buying buying) {
        return version(model(buying).map(ChurnModel::version).orElse(NO_MODEL));
    }

    /** It is what this customer is judged by; who has not bought may belong to any cohort. */
    boolean isInUse(String version, Buying buying) {
        return version.equals(version(buying)) || (buying.isEmpty() && isOfAnyCohort(version));
    }

    private boolean isOfAnyCohort(String version) {
        return models.stream().flatMap(CohortModels::all).anyMatch(model -> version.equals(version(model.version())));
    }

    private String version(String fitted) {
        String judging =
                signals.map(weights -> fitted + "+" + weights.version()).orElse(fitted);
        boolean isUsual = enter == USUAL_ENTER && escalate == USUAL_ESCALATE;
        return isUsual ? judging : judging + "@" + enter + "/" + escalate;
    }
}
