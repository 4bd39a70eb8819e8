package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.EventId;
import java.util.Optional;

/** Writes risks down and compares them with what happens (rule C5). */
final class Settling {

    private Settling() {}

    /**
     * Whether a customer belongs to the sample is settled with an order, in general the first one.
     *
     * @param atMs epoch milliseconds
     */
    static Churn begin(Churn next, EventId order, long atMs, ChurnPolicy policy) {
        boolean isUnderWay = next.forecasts().nextSampleAtMs() != Outlook.NEVER;
        Optional<ChurnModel> model = policy.model(next.buying());
        return isUnderWay || model.isEmpty()
                ? next
                : next.with(next.forecasts()
                        .beginning(order, atMs, policy.sample(), model.get().horizon()));
    }

    static Churn forecasting(Churn next, ChurnAlert alert) {
        long settlesAtMs = alert.firedAtMs() + alert.score().horizon().toMillis();
        return next.with(next.forecasts()
                .with(new Forecast(
                        Forecast.Group.FIRING,
                        alert.kind(),
                        alert.armedBy(),
                        alert.firedAtMs(),
                        settlesAtMs,
                        alert.score().risk(),
                        alert.score().version())));
    }

    static Churn pass(Churn before, long atMs, ChurnPolicy policy) {
        Churn next = before;
        for (Forecast forecast : before.forecasts().open()) {
            if (forecast.settlesAtMs() <= atMs) {
                next = next.with(next.forecasts().settling(forecast, hasLeft(next, forecast)));
            }
        }
        return next.forecasts().nextSampleAtMs() <= atMs ? sampled(next, atMs, policy) : next;
    }

    private static boolean hasLeft(Churn churn, Forecast forecast) {
        if (forecast.kind() == ChurnKind.CONTRACTUAL) {
            return churn.contract().hasEndedBetween(forecast.madeAtMs(), forecast.settlesAtMs());
        }
        return !churn.buying().hasBoughtBetween(forecast.madeAtMs(), forecast.settlesAtMs());
    }

    /**
     * Once a horizon; while an alert fires its own forecast is the one. Of two profiles that are one now, one may have bought after the
     * other's sample fell due: that sample is left out, for what was known then is not known any more.
     */
    private static Churn sampled(Churn before, long atMs, ChurnPolicy policy) {
        Optional<ChurnModel> used = policy.model(before.buying());
        if (used.isEmpty() || before.buying().isEmpty()) {
            return before.with(before.forecasts().sampledNextAt(Outlook.NEVER));
        }
        ChurnModel model = used.get();
        long horizonMs = model.horizon().toMillis();
        Forecasts next = before.forecasts().sampledNextAt(atMs + horizonMs);
        boolean isJudged = !before.contract().isActive()
                && before.buying().lastAtMs() <= atMs
                && before.firing(ChurnKind.NON_CONTRACTUAL).isEmpty();
        return before.with(
                !isJudged
                        ? next
                        : next.with(new Forecast(
                                Forecast.Group.SAMPLE,
                                ChurnKind.NON_CONTRACTUAL,
                                before.forecasts().sampledBy().orElseThrow(),
                                atMs,
                                atMs + horizonMs,
                                model.risk(before.buying().purchasesAt(atMs)),
                                model.version())));
    }
}
