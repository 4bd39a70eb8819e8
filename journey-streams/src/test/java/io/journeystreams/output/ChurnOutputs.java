package io.journeystreams.output;

import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ChurnKind;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.ChurnReason;
import io.journeystreams.domain.churn.ChurnScore;
import io.journeystreams.domain.churn.Driver;
import io.journeystreams.domain.churn.Forecast;
import io.journeystreams.domain.churn.Settlement;
import io.journeystreams.domain.churn.model.RepeatPurchases;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.fact.FactOutput;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is published about churn, one of each. */
public final class ChurnOutputs {

    static final long FIRED_AT_MS = 1_772_445_600_000L;
    static final EventId ORDER = new EventId("e1");

    private ChurnOutputs() {}

    static ChurnScore silence(double risk, double decay) {
        return new ChurnScore(
                risk,
                Duration.ofDays(84),
                Optional.of(new ChurnScore.Silence(decay, 0.5, new RepeatPurchases(2, 10, 21.5), "store")),
                List.of(new Driver("DEPARTURE", decay, List.of(ORDER))),
                "bg-nbd",
                "v1",
                Optional.of(Money.of("12.50", "EUR")));
    }

    static ChurnScore cancellation() {
        return new ChurnScore(1, Duration.ZERO, Optional.empty(), List.of(), "told", "none", Optional.empty());
    }

    static ChurnAlert alert(ChurnKind kind, ChurnScore score) {
        return new ChurnAlert(
                kind, ORDER, FIRED_AT_MS, score, Optional.empty(), Optional.empty(), true, Optional.empty());
    }

    /** Of somebody who has asked to cancel. */
    public static ChurnOutput cancelled() {
        ChurnAlert alert = alert(ChurnKind.VOLUNTARY, cancellation());
        return output(ProfileKey.ofCustomer("7"), ChurnOutput.State.FIRING, alert);
    }

    static ChurnOutput firing(ProfileKey profile) {
        return output(profile, ChurnOutput.State.FIRING, alert(ChurnKind.NON_CONTRACTUAL, silence(0.75, 0.5)));
    }

    static ChurnOutput output(ProfileKey profile, ChurnOutput.State state, ChurnAlert alert) {
        return new ChurnOutput(
                profile,
                "churn-1",
                1,
                state,
                alert,
                true,
                ChurnReason.NONE,
                ChurnOutput.Surroundings.UNKNOWN,
                FIRED_AT_MS + 1,
                Optional.empty());
    }

    static FactOutput<Settlement> settled(ProfileKey profile, Forecast.Group group) {
        Forecast forecast = new Forecast(
                group,
                ChurnKind.NON_CONTRACTUAL,
                ORDER,
                FIRED_AT_MS,
                FIRED_AT_MS + Duration.ofDays(84).toMillis(),
                0.75,
                "v1");
        return new FactOutput<>(
                profile,
                "settlement-1",
                1,
                FactOutput.State.STATED,
                List.of(),
                new Settlement(forecast, true),
                FIRED_AT_MS + 1);
    }
}
