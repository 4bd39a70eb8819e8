package io.journeystreams.config;

import io.journeystreams.domain.churn.ChurnModel;
import io.journeystreams.domain.churn.CohortBy;
import io.journeystreams.domain.churn.CohortModels;
import io.journeystreams.domain.churn.model.ChurnParameters;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The models of buying that files of parameters make (rule C1). */
final class ChurnModels {

    private ChurnModels() {}

    /**
     * Name, id and model of each: {@code churn-parameters.yaml#1a2b3c4d5e6f, mbg-nbd-slowing}. Equal for equal parameters in files of the
     * same names, whatever their order.
     *
     * @throws InvalidConfigException with file, line and everything that is wrong, if the parameters are
     */
    static String describe(List<Path> files) {
        return files.stream().map(ChurnModels::describe).sorted().collect(Collectors.joining("; "));
    }

    /**
     * @param files several if {@code cohortBy} is given: one a cohort, and one of all
     * @param horizon instead of the one that the files have
     * @throws IllegalArgumentException if the files do not belong together
     * @throws InvalidConfigException with file, line and everything that is wrong, if the parameters are
     */
    static CohortModels load(List<Path> files, Optional<CohortBy> cohortBy, Optional<Duration> horizon) {
        List<ChurnModel> models =
                files.stream().map(file -> model(read(file), horizon)).toList();
        if (models.size() == 1 && cohortBy.isEmpty()) {
            return CohortModels.of(models.get(0));
        }
        if (cohortBy.isEmpty()) {
            throw new IllegalArgumentException("parameters of several files need cohortBy");
        }
        Map<String, ChurnModel> cohorts = byCohort(models);
        Optional<ChurnModel> everybody = Optional.ofNullable(cohorts.remove(ChurnParameters.EVERYBODY));
        if (everybody.isEmpty() || cohorts.isEmpty()) {
            throw new IllegalArgumentException(
                    "cohortBy needs parameters of cohort all and of others, as fit-churn --cohort-by writes them; there are those of "
                            + cohortsOf(models));
        }
        return CohortModels.of(everybody.get(), cohorts, cohortBy.get());
    }

    private static Map<String, ChurnModel> byCohort(List<ChurnModel> models) {
        Map<String, ChurnModel> cohorts = new HashMap<>();
        for (ChurnModel model : models) {
            String cohort = CohortBy.normal(model.parameters().cohort());
            if (cohorts.put(cohort, model) != null) {
                throw new IllegalArgumentException("parameters of cohort " + cohort + " are there twice");
            }
        }
        return cohorts;
    }

    private static String cohortsOf(List<ChurnModel> models) {
        return models.stream().map(model -> model.parameters().cohort()).collect(Collectors.joining(", "));
    }

    private static String describe(Path file) {
        ChurnParameters parameters = read(file);
        return file.getFileName() + "#" + ChurnParametersFile.id(parameters) + ", "
                + parameters.kind().key();
    }

    private static ChurnModel model(ChurnParameters fitted, Optional<Duration> horizon) {
        ChurnParameters used =
                horizon.map(ChurnModel::weeks).map(fitted::withHorizonWeeks).orElse(fitted);
        return new ChurnModel(used, ChurnParametersFile.id(used));
    }

    private static ChurnParameters read(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            return ChurnParametersFile.read(file.toString(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
