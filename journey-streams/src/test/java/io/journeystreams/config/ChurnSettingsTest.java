package io.journeystreams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journeystreams.domain.churn.Cdnow;
import io.journeystreams.domain.churn.ChurnModel;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.model.ChurnParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fit-churn has written, in use. */
class ChurnSettingsTest {

    private static final ChurnParameters CDNOW = Cdnow.MODEL.parameters();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whatFitChurnWroteIsTheModelOfThePolicy() throws IOException {
        // when
        JourneyConfig config = JourneyConfig.of(Map.of("churn.parameters", written("churn.yaml", CDNOW)));

        // then
        assertThat(churn(config))
                .isEqualTo(ChurnPolicy.defaults().with(new ChurnModel(CDNOW, ChurnParametersFile.id(CDNOW))));
        assertThat(config.effective())
                .contains(new EffectiveSetting(
                        "churn.parameters", "churn.yaml#" + ChurnParametersFile.id(CDNOW) + ", bg-nbd", "flag"));
    }

    @Test
    void anotherHorizonIsAnotherVersion() throws IOException {
        // given
        String file = written("churn.yaml", CDNOW);

        // when
        ChurnPolicy policy = churn(JourneyConfig.of(Map.of("churn.parameters", file, "churn.horizon", "26w")));

        // then
        ChurnParameters farther = CDNOW.withHorizonWeeks(26);
        assertThat(policy.model()).contains(new ChurnModel(farther, ChurnParametersFile.id(farther)));
        assertThat(ChurnParametersFile.id(farther)).isNotEqualTo(ChurnParametersFile.id(CDNOW));
        assertThat(churn(JourneyConfig.of(Map.of("churn.parameters", file, "churn.horizon", "84d")))
                        .model())
                .contains(new ChurnModel(CDNOW, ChurnParametersFile.id(CDNOW)));
    }

    @Test
    void theFingerprintChangesWithTheParametersAndNotWithTheirPlace() throws IOException {
        // given
        Files.createDirectory(directory.resolve("elsewhere"));

        // when
        String version = versionWith(written("churn.yaml", CDNOW));
        String moved = versionWith(written("elsewhere/churn.yaml", CDNOW));
        String refitted = versionWith(written("churn.yaml", CDNOW.withHorizonWeeks(11)));

        // then
        assertThat(moved).isEqualTo(version);
        assertThat(refitted).isNotEqualTo(version);
    }

    @Test
    void parametersChangedByHandAreRefusedWithTheirLine() throws IOException {
        // given
        Path file = directory.resolve("churn.yaml");
        Files.writeString(file, ChurnParametersFile.write(CDNOW).replace("alpha: 4.414", "alpha: 5"));

        // when
        InvalidConfigException refused = refusal(Map.of("churn.parameters", file.toString()));

        // then
        ChurnParameters changed = new ChurnParameters(
                CDNOW.kind(),
                List.of(0.243, 5.0, 0.793, 2.426),
                CDNOW.cohort(),
                CDNOW.horizonWeeks(),
                CDNOW.fittedOn());
        assertThat(refused.problems())
                .containsExactly(new ConfigProblem(
                        file + ":2",
                        "id must be " + ChurnParametersFile.id(changed) + "; was it changed by hand? Fit anew"));
    }

    @Test
    void levelsOutOfOrderAreRefusedWhereTheyStand() {
        assertThat(refusal(Map.of("churn.enter", "0.8", "churn.leave", "0.2")).problems())
                .containsExactly(new ConfigProblem(
                        "--set", "churn: levels must ascend between 0 and 1: leave 0.2, enter 0.8, escalate 0.75"));
    }

    private String written(String name, ChurnParameters parameters) throws IOException {
        return Files.writeString(directory.resolve(name), ChurnParametersFile.write(parameters))
                .toString();
    }

    private static ChurnPolicy churn(JourneyConfig config) {
        return config.policy().course().churn();
    }

    private static String versionWith(String parameters) {
        return JourneyConfig.of(Map.of("churn.parameters", parameters)).policy().version();
    }

    private static InvalidConfigException refusal(Map<String, String> settings) {
        return catchThrowableOfType(InvalidConfigException.class, () -> JourneyConfig.of(settings));
    }
}
