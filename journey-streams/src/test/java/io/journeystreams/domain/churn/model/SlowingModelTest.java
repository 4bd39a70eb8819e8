package io.journeystreams.domain.churn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every model, whatever its pace. */
class SlowingModelTest {

    private static final RepeatPurchases NEW = new RepeatPurchases(0, 0, 0);

    static Stream<PurchaseModel> models() {
        BgNbd stayers = new BgNbd(0.243, 4.414, 0.793, 2.426);
        MbgNbd leavers = new MbgNbd(0.469, 4.642, 0.707, 1.910);
        Pace pace = new Pace(0.549, 5.245);
        return Stream.of(stayers, leavers, new SlowingModel(stayers, pace), new SlowingModel(leavers, pace));
    }

    @ParameterizedTest
    @MethodSource("models")
    void countsAddUpToOneAndToTheExpectation(PurchaseModel model) {
        double sum = IntStream.range(0, 400)
                .mapToDouble(n -> model.countProbability(n, 12))
                .sum();
        double mean = IntStream.range(0, 400)
                .mapToDouble(n -> n * model.countProbability(n, 12))
                .sum();

        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(mean).isCloseTo(model.expectedOrders(NEW, 12), within(1e-6));
        assertThat(model.risk(NEW, 12)).isCloseTo(model.countProbability(0, 12), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("models")
    void riskAndDecayOnlyGrowInSilence(PurchaseModel model) {
        Decay decay = new Decay(model, 12);
        for (int repeats : List.of(0, 1, 2, 8, 40)) {
            double last = repeats == 0 ? 0 : 20;
            double risk = 0;
            double gone = -1e-12;
            for (double age = last; age < 200; age += 0.5) {
                RepeatPurchases purchases = new RepeatPurchases(repeats, last, age);
                assertThat(model.risk(purchases, 12)).isBetween(risk, 1.0);
                assertThat(decay.of(purchases)).isBetween(gone, 1.0);
                risk = model.risk(purchases, 12);
                gone = decay.of(purchases);
            }
            assertThat(decay.silenceUntil(0.5, repeats, last)).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void expectedOrdersBeginAtTheRateOfBuying(PurchaseModel model) {
        RepeatPurchases now = new RepeatPurchases(3, 10, 10);
        double shortly = 1e-4;

        assertThat(model.expectedOrders(now, shortly) / model.buys(now, shortly))
                .isCloseTo(1, within(1e-3));
        assertThat(model.expectedOrders(now, 12)).isGreaterThan(model.buys(now, 12));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aPaceThatDoesNotSlowChangesNothing(PurchaseModel model) {
        if (model instanceof BetaGeometric constant) {
            RepeatPurchases purchases = new RepeatPurchases(2, 30, 39);

            assertThat(new SlowingModel(constant, new Pace(1, 5)).risk(purchases, 12))
                    .isCloseTo(constant.risk(purchases, 12), within(1e-12));
        }
    }
}
