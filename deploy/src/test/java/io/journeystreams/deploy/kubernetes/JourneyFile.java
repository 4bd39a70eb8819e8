package io.journeystreams.deploy.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.journeystreams.config.JourneyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The processor's configuration in a config map, and the secrets that it names. */
record JourneyFile(String text) {

    static final String SECRETS = "/run/secrets/journey/";

    private static final Pattern SECRET = Pattern.compile(Pattern.quote(SECRETS) + "([\\w.-]+)");
    private static final String POD = "journey-0";

    static JourneyFile of(Installation installation) {
        ConfigMap map = installation.all(ConfigMap.class).findFirst().orElseThrow();
        return new JourneyFile(Objects.requireNonNull(map.getData().get("journey.yaml")));
    }

    /** Names of the files that it refers to. */
    TreeSet<String> secrets() {
        TreeSet<String> names = new TreeSet<>();
        for (Matcher matcher = SECRET.matcher(text); matcher.find(); ) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** As the processor of the first pod reads it; unknown settings are refused. */
    JourneyConfig load(Installation installation, Path directory) throws IOException {
        for (String secret : secrets()) {
            Files.writeString(directory.resolve(secret), "a-secret-of-" + secret);
        }
        Path file = directory.resolve("journey.yaml");
        Files.writeString(file, text.replace(SECRETS, directory + "/"));
        return JourneyConfig.load(file, environment(installation), Map.of());
    }

    /** The environment of the container in the first pod. */
    static Map<String, String> environment(Installation installation) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (EnvVar variable : installation.container().getEnv()) {
            boolean isField = variable.getValueFrom() != null;
            environment.put(
                    variable.getName(), isField ? POD : variable.getValue().replace("$(POD_NAME)", POD));
        }
        return environment;
    }
}
