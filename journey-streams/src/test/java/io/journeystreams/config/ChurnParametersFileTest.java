package io.journeystreams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journeystreams.domain.churn.model.ChurnParameters;
import io.journeystreams.domain.churn.model.ChurnParameters.FittedOn;
import io.journeystreams.domain.churn.model.ModelKind;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChurnParametersFileTest {

    private static final ChurnParameters CDNOW = parameters(ModelKind.BG_NBD);

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void whatIsWrittenIsRead(ModelKind kind) throws IOException {
        assertThat(read(ChurnParametersFile.write(parameters(kind)))).isEqualTo(parameters(kind));
    }

    @Test
    void theFileIsThis() {
        assertThat(ChurnParametersFile.write(CDNOW)).isEqualTo("""
                format: 1
                id: "%s"
                model: bg-nbd
                unit: weeks
                parameters:
                  r: 0.243
                  alpha: 4.414
                  a: 0.793
                  b: 2.426
                cohort: "all \\"new\\""
                horizon: 12w
                fitted:
                  from: 1997-01-01
                  to: 1997-09-30
                  customers: 2357
                  logLikelihood: -9582.43
                """.formatted(ChurnParametersFile.id(CDNOW)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            r: 0.243         | r: 0.343          | id must be
            r: 0.243         | r: -1             | positive and finite
            r: 0.243         | r: many           | :6: r must be a number: many
            r: 0.243         | q: 0.243          | parameters knows no "q"
            format: 1        | format: 2         | format must be 1
            unit: weeks      | unit: days        | unit must be weeks
            model: bg-nbd    | model: crystal    | model must be a model
            horizon: 12w     | horizon: soon     | horizon must be a duration
            horizon: 12w     | size: 12w         | horizon is missing
            customers: 2357  | customers: 0      | nothing was fitted
            to: 1997-09-30   | to: 1996-09-30    | nothing was fitted
            """)
    void whatIsWrongIsSaid(String right, String wrong, String message) {
        // given
        String text = ChurnParametersFile.write(CDNOW).replace(right, wrong);

        // when
        InvalidConfigException refused = catchThrowableOfType(InvalidConfigException.class, () -> read(text));

        // then
        assertThat(refused).hasMessageContaining("churn.yaml:").hasMessageContaining(message);
    }

    private static ChurnParameters read(String text) throws IOException {
        return ChurnParametersFile.read("churn.yaml", new StringReader(text));
    }

    private static ChurnParameters parameters(ModelKind kind) {
        List<Double> values = kind.isSlowing()
                ? List.of(0.243, 4.414, 0.793, 2.426, 0.5491511745905221, 1.0 / 3)
                : List.of(0.243, 4.414, 0.793, 2.426);
        FittedOn fitted = new FittedOn(LocalDate.of(1997, 1, 1), LocalDate.of(1997, 9, 30), 2_357, -9582.43);
        return new ChurnParameters(kind, values, "all \"new\"", 12, fitted);
    }
}
