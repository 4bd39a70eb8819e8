package io.journeystreams.domain.churn;

import java.time.Duration;
import java.util.Optional;

/**
 * Settings of the churn rules.
 *
 * @param model of customers without a contract; without one nobody is judged by silence, and that is counted
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
        Optional<ChurnModel> model,
        Optional<SignalWeights> signals,
        double enter,
        double leave,
        double escalate,
        Duration hold,
        Duration refireAfter,
        Duration maxAge,
        double sample) {

    private static final String NO_MODEL = "none";

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
                0.5,
                0.3,
                0.75,
                Duration.ofHours(24),
                Duration.ofDays(30),
                Duration.ofDays(7),
                0.01);
    }

    public ChurnPolicy with(ChurnModel other) {
        return new ChurnPolicy(Optional.of(other), signals, enter, leave, escalate, hold, refireAfter, maxAge, sample);
    }

    public ChurnPolicy with(SignalWeights other) {
        return new ChurnPolicy(model, Optional.of(other), enter, leave, escalate, hold, refireAfter, maxAge, sample);
    }

    public ChurnPolicy withSample(double other) {
        return new ChurnPolicy(model, signals, enter, leave, escalate, hold, refireAfter, maxAge, other);
    }

    /** Names the parameters and weights that customers are judged by. */
    String version() {
        String fitted = model.map(ChurnModel::version).orElse(NO_MODEL);
        return signals.map(weights -> fitted + "+" + weights.version()).orElse(fitted);
    }
}
