package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredChurnKind;
import io.journeystreams.contracts.StoredForecast;
import io.journeystreams.contracts.StoredForecastGroup;
import io.journeystreams.contracts.StoredForecasts;
import io.journeystreams.contracts.StoredSettlement;
import io.journeystreams.domain.churn.ChurnKind;
import io.journeystreams.domain.churn.Forecast;
import io.journeystreams.domain.churn.Forecasts;
import io.journeystreams.domain.churn.Settlement;
import io.journeystreams.domain.event.EventId;
import org.jspecify.annotations.Nullable;

/** Risks that are compared with what happens. */
final class ForecastCodec {

    private ForecastCodec() {}

    /** Null if there are none. */
    static @Nullable StoredForecasts store(Forecasts forecasts, TextTable texts) {
        return forecasts.equals(Forecasts.NONE)
                ? null
                : new StoredForecasts(
                        texts.place(forecasts.sampledBy().map(EventId::value)),
                        Moments.storeUnless(Forecasts.NONE.nextSampleAtMs(), forecasts.nextSampleAtMs()),
                        forecasts.open().stream()
                                .map(forecast -> store(forecast, texts))
                                .toList(),
                        forecasts.settled().stream()
                                .map(settlement -> store(settlement, texts))
                                .toList());
    }

    static Forecasts read(@Nullable StoredForecasts stored, Texts texts) {
        return stored == null
                ? Forecasts.NONE
                : new Forecasts(
                        texts.find(stored.getSampledBy()).map(EventId::new),
                        Moments.readOr(Forecasts.NONE.nextSampleAtMs(), stored.getNextSampleAt()),
                        stored.getOpen().stream()
                                .map(forecast -> read(forecast, texts))
                                .toList(),
                        stored.getSettled().stream()
                                .map(settlement -> read(settlement, texts))
                                .toList());
    }

    static StoredSettlement store(Settlement settlement, TextTable texts) {
        return new StoredSettlement(store(settlement.forecast(), texts), settlement.left());
    }

    static Settlement read(StoredSettlement stored, Texts texts) {
        return new Settlement(read(stored.getForecast(), texts), stored.getLeft());
    }

    private static StoredForecast store(Forecast forecast, TextTable texts) {
        return new StoredForecast(
                Codes.store(StoredForecastGroup.class, forecast.group()),
                Codes.store(StoredChurnKind.class, forecast.kind()),
                texts.place(forecast.by().value()),
                Moments.store(forecast.madeAtMs()),
                Moments.store(forecast.settlesAtMs()),
                forecast.risk(),
                texts.place(forecast.version()));
    }

    private static Forecast read(StoredForecast stored, Texts texts) {
        return new Forecast(
                Codes.read(Forecast.Group.class, stored.getGroup()),
                Codes.read(ChurnKind.class, stored.getKind()),
                new EventId(texts.at(stored.getBy())),
                Moments.read(stored.getMadeAt()),
                Moments.read(stored.getSettlesAt()),
                stored.getRisk(),
                texts.at(stored.getVersion()));
    }
}
