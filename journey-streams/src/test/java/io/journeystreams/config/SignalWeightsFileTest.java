package io.journeystreams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journeystreams.domain.churn.SignalKind;
import io.journeystreams.domain.churn.SignalWeights;
import io.journeystreams.domain.churn.SignalWeights.Base;
import io.journeystreams.domain.churn.SignalWeights.Weight;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalWeightsFileTest {

    private static final String TEXT = """
            horizon: 30d
            base: {0d: -2.0, 90d: -3.0}
            signals:
              downgrade: {weight: 1.2, halfLife: 30d}
              lowUsage: {weight: 0.8, halfLife: 2w}
            """;

    @Test
    void weightsAreThoseOfTheFile() throws IOException {
        SignalWeights read = read(TEXT);
        assertThat(read)
                .isEqualTo(new SignalWeights(
                        Duration.ofDays(30),
                        List.of(new Base(Duration.ZERO, -2), new Base(Duration.ofDays(90), -3)),
                        Map.of(
                                SignalKind.DOWNGRADE, new Weight(1.2, Duration.ofDays(30)),
                                SignalKind.LOW_USAGE, new Weight(0.8, Duration.ofDays(14))),
                        read.version()));
    }

    @Test
    void versionFollowsFromTheWeightsAlone() throws IOException {
        String same = """
                # the same
                signals: {lowUsage: {halfLife: 14d, weight: 0.80}, downgrade: {weight: 1.2, halfLife: 720h}}
                base: {90d: -3, 0d: -2}
                horizon: 720h
                """;
        assertThat(read(same)).isEqualTo(read(TEXT));
        assertThat(read(TEXT.replace("1.2", "1.3")).version())
                .isNotEqualTo(read(TEXT).version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            downgrade:           | downgraded:          | :4 | signals knows no "downgraded"; did you mean downgrade?
            lowUsage:            | lowusage:            | :5 | did you mean lowUsage?
            weight: 1.2          | weight: -1.2         | :4 | weight must be 0 or more: -1.2
            weight: 1.2          | weight: many         | :4 | weight must be a number such as 1.2: many
            weight: 1.2          | weight: NaN          | :4 | weight must be 0 or more: NaN
            weight: 1.2          | weigth: 1.2          | :4 | downgrade knows no "weigth"; did you mean weight?
            halfLife: 2w         | halfLife: 0d         | :5 | halfLife must be positive
            , halfLife: 2w       | ''                   | :5 | halfLife is missing
            horizon: 30d         | horizon: soon        | :1 | horizon must be a duration
            horizon: 30d         | horizon: 0d          | :1 | horizon must be positive
            horizon: 30d         | ''                   | :2 | horizon is missing
            0d: -2.0             | 1d: -2.0             | :1 | base must begin with a tenure of 0
            0d: -2.0             | new: -2.0            | :2 | base.new must be a duration
            90d: -3.0            | 90d: low             | :2 | base.90d must be a number
            90d: -3.0            | 0h: -3.0             | :1 | base must say each tenure once
            signals:             | weights:             | :3 | weights of signals knows no "weights"
            """)
    void whatIsWrongIsSaidWithItsLine(String right, String wrong, String line, String message) {
        // given
        String text = TEXT.replace(right, wrong);

        // when
        InvalidConfigException refused = catchThrowableOfType(InvalidConfigException.class, () -> read(text));

        // then
        assertThat(refused).hasMessageContaining("weights.yaml" + line).hasMessageContaining(message);
    }

    private static SignalWeights read(String text) throws IOException {
        return SignalWeightsFile.read("weights.yaml", new StringReader(text));
    }
}
