package io.journeystreams.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.journeystreams.domain.churn.model.BetaGeometric;
import io.journeystreams.domain.churn.model.BgNbd;
import io.journeystreams.domain.churn.model.MbgNbd;
import io.journeystreams.domain.churn.model.ModelKind;
import io.journeystreams.domain.churn.model.RepeatPurchases;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What papers and packages print, each within its tolerance; Pareto/NBD and BG/BB are not built. */
@Timeout(60)
class PublishedValuesTest {

    private static final Sample CDNOW = Cdnow.calibration();
    private static final RepeatPurchases NEW = new RepeatPurchases(0, 0, 0);

    record Published(
            String model,
            String params,
            String x,
            String last,
            String age,
            String quantity,
            String argument,
            String expected,
            String tolerance) {

        static Published of(String[] cells) {
            return new Published(
                    cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8]);
        }

        /** Hardie's sheet prints its parameters with three digits and works with all of them: those of the likelihood's row. */
        BetaGeometric parameters() {
            String exact = quantity.equals("expected transactions new customer") && params.startsWith("r=0.243;")
                    ? "r=0.2425945;alpha=4.4136019;a=0.7929199;b=2.4258881"
                    : params;
            double[] values = Arrays.stream(exact.split(";", -1))
                    .mapToDouble(pair -> Double.parseDouble(pair.split("=", -1)[1]))
                    .toArray();
            return model.equals("MBG/NBD")
                    ? new MbgNbd(values[0], values[1], values[2], values[3])
                    : new BgNbd(values[0], values[1], values[2], values[3]);
        }

        /** Some give the age as the time of the last order of those who never came again. */
        RepeatPurchases purchases() {
            int repeats = Integer.parseInt(x);
            return new RepeatPurchases(repeats, repeats == 0 ? 0 : Double.parseDouble(last), Double.parseDouble(age));
        }

        double argument(String name) {
            return Arrays.stream(argument.split(",", -1))
                    .filter(pair -> pair.startsWith(name + "="))
                    .mapToDouble(pair -> Double.parseDouble(pair.substring(name.length() + 1)))
                    .findFirst()
                    .orElseThrow();
        }

        double tolerance(double value) {
            if (tolerance.startsWith("exact")) {
                return 1e-12;
            }
            double width = Double.parseDouble(tolerance.split(" ", -1)[0]);
            return tolerance.endsWith("rel") ? width * value : width;
        }
    }

    static Stream<Published> values() throws IOException {
        CsvMapper csv =
                CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
        try (MappingIterator<String[]> rows =
                csv.readerFor(String[].class).readValues(Cdnow.PUBLISHED_VALUES.toFile())) {
            return rows.readAll().stream()
                    .map(Published::of)
                    .filter(row -> row.model.equals("BG/NBD") || row.model.equals("MBG/NBD"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void valueIsFound(Published row) throws UnfittableException {
        if (row.quantity.startsWith("parameters")) {
            Fit fit = Fitter.fit(ModelKind.BG_NBD, CDNOW);
            List<Double> expected = Arrays.stream(row.expected.split("\\|", -1))
                    .map(Double::valueOf)
                    .toList();
            for (int i = 0; i < expected.size(); i++) {
                assertThat(fit.values().get(i)).isCloseTo(expected.get(i), within(row.tolerance(0)));
            }
            return;
        }
        double expected = Double.parseDouble(row.expected);

        assertThat(found(row)).as(row.toString()).isCloseTo(expected, within(row.tolerance(expected)));
    }

    @Test
    void allOfThemAreLookedAt() throws IOException {
        assertThat(values().count()).isEqualTo(35);
    }

    private static double found(Published row) {
        BetaGeometric model = row.parameters();
        return switch (row.quantity.toLowerCase(Locale.ROOT)) {
            case "log-likelihood cdnow" ->
                new Likelihood(CDNOW, ModelKind.BG_NBD).of(List.of(model.r(), model.alpha(), model.a(), model.b()));
            case "log-likelihood" -> model.logLikelihood(row.purchases());
            case "p(alive)" -> model.alive(row.purchases());
            case "conditional expected transactions" -> model.expectedOrders(row.purchases(), row.argument("T*"));
            case "expected transactions new customer" -> model.expectedOrders(NEW, row.argument("t"));
            case "p(x(t)=n)" -> model.countProbability((int) row.argument("n"), row.argument("t"));
            default -> throw new IllegalArgumentException(row.quantity);
        };
    }
}
