package io.journeystreams.config;

import io.journeystreams.domain.stage.StageModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The stage models: those of this build by their names, a shop's own from its file (rule G1). */
final class StageModels {

    static final List<String> BUILT_IN = List.of("three-phase", "five-stage", "six-stage");

    private StageModels() {}

    /**
     * @param model a built-in name, or a file
     * @throws IllegalArgumentException if it is neither
     */
    static String known(String model) {
        return isBuiltIn(model) ? model : ContentFile.readable(model).toString();
    }

    /** Equal for equal models. */
    static String describe(String model) {
        return isBuiltIn(model) ? model : ContentFile.describe(Path.of(model));
    }

    /** @throws InvalidConfigException with file, line and everything that is wrong, if the model is */
    static StageModel load(String model) {
        try (Reader text = open(model)) {
            return StageModelReader.read(model, text);
        } catch (IOException e) {
            throw new UncheckedIOException(model + " cannot be read", e);
        }
    }

    private static boolean isBuiltIn(String model) {
        return BUILT_IN.contains(model);
    }

    private static Reader open(String model) throws IOException {
        if (!isBuiltIn(model)) {
            return Files.newBufferedReader(Path.of(model));
        }
        InputStream resource = Objects.requireNonNull(StageModels.class.getResourceAsStream(model + ".yaml"), model);
        return new InputStreamReader(resource, StandardCharsets.UTF_8);
    }
}
