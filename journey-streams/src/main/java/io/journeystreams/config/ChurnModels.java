package io.journeystreams.config;

import io.journeystreams.domain.churn.ChurnModel;
import io.journeystreams.domain.churn.model.ChurnParameters;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The model of buying that a file of parameters makes (rule C1). */
final class ChurnModels {

    private ChurnModels() {}

    /**
     * Name, id and model: {@code churn-parameters.yaml#1a2b3c4d5e6f, mbg-nbd-slowing}. Equal for equal parameters in files of the same
     * name.
     *
     * @throws InvalidConfigException with file, line and everything that is wrong, if the parameters are
     */
    static String describe(Path file) {
        ChurnParameters parameters = read(file);
        return file.getFileName() + "#" + ChurnParametersFile.id(parameters) + ", "
                + parameters.kind().key();
    }

    /**
     * @param horizon instead of the one that the file has
     * @throws InvalidConfigException with file, line and everything that is wrong, if the parameters are
     */
    static ChurnModel load(Path file, Optional<Duration> horizon) {
        ChurnParameters fitted = read(file);
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
