package io.journeystreams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journeystreams.domain.churn.Cdnow;
import io.journeystreams.domain.churn.ChurnModel;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.CohortBy;
import io.journeystreams.domain.churn.CohortModels;
import io.journeystreams.domain.churn.model.ChurnParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        assertThat(churn(config)).isEqualTo(ChurnPolicy.defaults().with(model(CDNOW)));
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
        assertThat(policy.models()).contains(models(farther));
        assertThat(ChurnParametersFile.id(farther)).isNotEqualTo(ChurnParametersFile.id(CDNOW));
        assertThat(churn(JourneyConfig.of(Map.of("churn.parameters", file, "churn.horizon", "84d")))
                        .models())
                .contains(models(CDNOW));
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

    @Test
    void severalFilesAreAModelForEachCohortAndOneForTheRest() throws IOException {
        // given
        String files = written("all.yaml", CDNOW) + ", " + written("store.yaml", of("Store", 10)) + " ,"
                + written("web.yaml", of("web", 11));

        // when
        JourneyConfig config = JourneyConfig.of(Map.of("churn.parameters", files, "churn.cohortBy", "channel"));

        // then
        assertThat(churn(config).models())
                .contains(CohortModels.of(
                        model(CDNOW),
                        Map.of("store", model(of("Store", 10)), "web", model(of("web", 11))),
                        new CohortBy("channel")));
        assertThat(config.effective())
                .contains(new EffectiveSetting(
                        "churn.parameters",
                        "all.yaml#" + ChurnParametersFile.id(CDNOW) + ", bg-nbd; store.yaml#"
                                + ChurnParametersFile.id(of("Store", 10)) + ", bg-nbd; web.yaml#"
                                + ChurnParametersFile.id(of("web", 11)) + ", bg-nbd",
                        "flag"));
    }

    @Test
    void theFingerprintDoesNotChangeWithTheOrderOfTheFiles() throws IOException {
        // given
        String all = written("all.yaml", CDNOW);
        String web = written("web.yaml", of("web", 11));

        // when
        List<String> versions = Stream.of(all + "," + web, web + "," + all)
                .map(files -> JourneyConfig.of(Map.of("churn.parameters", files, "churn.cohortBy", "channel")))
                .map(config -> config.policy().version())
                .toList();

        // then
        assertThat(versions.get(0)).isEqualTo(versions.get(1));
    }

    @Test
    void filesThatDoNotBelongTogetherAreRefused() throws IOException {
        // given
        String all = written("all.yaml", CDNOW);
        String web = written("web.yaml", of("web", 11));
        String otherWeb = written("web2.yaml", of("WEB ", 11));

        // then
        assertThat(problem(all + "," + web, "")).isEqualTo("churn: parameters of several files need cohortBy");
        assertThat(problem(all, "channel"))
                .isEqualTo(
                        "churn: cohortBy needs parameters of cohort all and of others, as fit-churn --cohort-by writes"
                                + " them; there are those of all");
        assertThat(problem(web, "channel")).endsWith("there are those of web");
        assertThat(problem(web + "," + otherWeb + "," + all, "channel"))
                .isEqualTo("churn: parameters of cohort web are there twice");
        assertThat(problem(all + "," + all, "channel")).isEqualTo("churn: parameters of cohort all are there twice");
        assertThat(refusal(Map.of("churn.cohortBy", "channel")).problems())
                .containsExactly(new ConfigProblem("--set", "churn: cohortBy needs parameters"));
    }

    private static String problem(String files, String cohortBy) {
        Map<String, String> settings = cohortBy.isEmpty()
                ? Map.of("churn.parameters", files)
                : Map.of("churn.parameters", files, "churn.cohortBy", cohortBy);
        return refusal(settings).problems().get(0).what();
    }

    private static ChurnParameters of(String cohort, double horizonWeeks) {
        return new ChurnParameters(CDNOW.kind(), CDNOW.values(), cohort, horizonWeeks, CDNOW.fittedOn());
    }

    private static ChurnModel model(ChurnParameters parameters) {
        return new ChurnModel(parameters, ChurnParametersFile.id(parameters));
    }

    private static CohortModels models(ChurnParameters parameters) {
        return CohortModels.of(model(parameters));
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
