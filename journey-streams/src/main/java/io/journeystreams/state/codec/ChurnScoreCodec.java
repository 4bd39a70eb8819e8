package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredChurnScore;
import io.journeystreams.contracts.StoredDriver;
import io.journeystreams.contracts.StoredSilence;
import io.journeystreams.domain.churn.ChurnScore;
import io.journeystreams.domain.churn.Driver;
import io.journeystreams.domain.churn.model.ChurnParameters;
import io.journeystreams.domain.churn.model.RepeatPurchases;
import io.journeystreams.domain.event.EventId;
import java.time.Duration;
import java.util.Optional;

/** How likely it is that a customer leaves. A number comes back bit by bit. */
final class ChurnScoreCodec {

    private ChurnScoreCodec() {}

    static StoredChurnScore store(ChurnScore score, TextTable texts) {
        return new StoredChurnScore(
                score.risk(),
                score.horizon().toMillis(),
                score.silence().map(silence -> store(silence, texts)).orElse(null),
                score.drivers().stream().map(driver -> store(driver, texts)).toList(),
                texts.place(score.model()),
                texts.place(score.version()),
                LineCodec.storeMoney(score.valueAtRisk(), texts));
    }

    static ChurnScore read(StoredChurnScore stored, Texts texts) {
        return new ChurnScore(
                stored.getRisk(),
                Duration.ofMillis(stored.getHorizonMs()),
                Optional.ofNullable(stored.getSilence()).map(silence -> read(silence, texts)),
                stored.getDrivers().stream().map(driver -> read(driver, texts)).toList(),
                texts.at(stored.getModel()),
                texts.at(stored.getVersion()),
                LineCodec.readMoney(stored.getAtRisk(), texts));
    }

    private static StoredSilence store(ChurnScore.Silence silence, TextTable texts) {
        RepeatPurchases purchases = silence.purchases();
        return new StoredSilence(
                silence.decay(),
                silence.alive(),
                purchases.repeats(),
                purchases.lastWeeks(),
                purchases.ageWeeks(),
                texts.place(Optional.of(silence.cohort()).filter(cohort -> !cohort.equals(ChurnParameters.EVERYBODY))));
    }

    private static ChurnScore.Silence read(StoredSilence stored, Texts texts) {
        return new ChurnScore.Silence(
                stored.getDecay(),
                stored.getAlive(),
                new RepeatPurchases(stored.getRepeats(), stored.getLastWeeks(), stored.getAgeWeeks()),
                texts.find(stored.getCohort()).orElse(ChurnParameters.EVERYBODY));
    }

    private static StoredDriver store(Driver driver, TextTable texts) {
        return new StoredDriver(
                texts.place(driver.name()),
                driver.contribution(),
                driver.evidence().stream().map(id -> texts.place(id.value())).toList());
    }

    private static Driver read(StoredDriver stored, Texts texts) {
        return new Driver(
                texts.at(stored.getName()),
                stored.getContribution(),
                stored.getEvidence().stream()
                        .map(place -> new EventId(texts.at(place)))
                        .toList());
    }
}
