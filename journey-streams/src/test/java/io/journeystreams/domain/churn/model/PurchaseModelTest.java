package io.journeystreams.domain.churn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden values for CDNOW's parameters (Fader, Hardie and Lee 2005), weeks. */
class PurchaseModelTest {

    private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);
    private static final Decay DECAY = new Decay(CDNOW, 12);

    @ParameterizedTest
    @CsvSource({
        "0,  0,     38.86, 1.000000, 0.942260",
        "1,  1.71,  38.86, 0.212101, 0.944365",
        "2,  30.43, 38.86, 0.726579, 0.693050",
        "7,  29.43, 38.86, 0.641756, 0.467258",
        "10, 38,    38.86, 0.921450, 0.153661"
    })
    void aliveAndRiskOfTwelveWeeks(int x, double lastWeeks, double ageWeeks, double alive, double risk) {
        RepeatPurchases purchases = new RepeatPurchases(x, lastWeeks, ageWeeks);

        assertThat(CDNOW.alive(purchases)).isCloseTo(alive, within(5e-7));
        assertThat(1 - CDNOW.buys(purchases, 12)).isCloseTo(risk, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({"0, 0,    10.037847, 31.090911", "1, 1.71, 7.944352,  18.191183", "8, 30,   12.121197, 18.379115"})
    void silenceUntilHalfAndThreeQuartersOfTheExpectationHaveGone(
            int x, double lastWeeks, double half, double threeQuarters) {
        assertThat(DECAY.silenceUntil(0.5, x, lastWeeks).orElseThrow()).isCloseTo(half, within(2e-6));
        assertThat(DECAY.silenceUntil(0.75, x, lastWeeks).orElseThrow()).isCloseTo(threeQuarters, within(2e-6));
    }

    @Test
    void thousandsOfOrdersDoNotOverflow() {
        assertThat(CDNOW.alive(new RepeatPurchases(1_000, 10, 100))).isZero();
        assertThat(CDNOW.alive(new RepeatPurchases(1_000, 100, 100))).isGreaterThan(0.99);
    }

    @Test
    void whoCameOnceMayHaveLeftOnlyInTheModifiedModel() {
        RepeatPurchases once = new RepeatPurchases(0, 0, 38.86);

        assertThat(CDNOW.alive(once)).isEqualTo(1);
        assertThat(new MbgNbd(0.525, 6.183, 0.891, 1.614).alive(once)).isBetween(0.1, 0.9);
    }
}
