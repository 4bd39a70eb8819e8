package io.journeystreams.config;

import io.journeystreams.config.RawSetting.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Weighs flag over environment over file, fills in references, and finds everything that is wrong. */
final class SettingsReader {

    private final References references;
    private final Map<String, RawSetting> winners = new TreeMap<>();
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final Set<String> secretValues = new HashSet<>();

    private SettingsReader(References references) {
        this.references = references;
    }

    /**
     * @param file settings of the file
     * @param flags settings of the command line
     * @throws InvalidConfigException with every problem there is
     */
    static SettingsReader read(List<RawSetting> file, Map<String, String> environment, Map<String, String> flags) {
        SettingsReader reader = new SettingsReader(new References(environment));
        file.forEach(reader::add);
        reader.addEnvironment(environment);
        new TreeMap<>(flags).forEach((path, text) -> reader.add(new RawSetting(path, text, Origin.FLAG, "--set")));
        reader.resolve();
        if (!reader.problems.isEmpty()) {
            throw new InvalidConfigException(reader.problems);
        }
        return reader;
    }

    Settings settings() {
        return new Settings(winners);
    }

    Secrets secrets() {
        return Secrets.of(secretValues);
    }

    private void addEnvironment(Map<String, String> environment) {
        for (ConfigKey<?> key : JourneyConfigKeys.ALL) {
            @Nullable String text = environment.get(key.environmentName());
            if (text != null) {
                add(new RawSetting(key.name(), text, Origin.ENVIRONMENT, key.environmentName()));
            }
        }
        for (PropertyKeys keys : JourneyConfigKeys.ALL_PROPERTIES) {
            new TreeMap<>(environment).forEach((variable, text) -> keys.propertyOfEnvironment(variable)
                    .ifPresent(
                            name -> add(new RawSetting(keys.name() + "." + name, text, Origin.ENVIRONMENT, variable))));
        }
    }

    private void add(RawSetting setting) {
        if (isAllowed(setting)) {
            winners.merge(
                    setting.path(), setting, (one, other) -> other.origin().compareTo(one.origin()) >= 0 ? other : one);
        }
    }

    private boolean isAllowed(RawSetting setting) {
        Optional<String> refusal = refusal(setting);
        refusal.ifPresent(what -> problems.add(new ConfigProblem(setting.where(), what)));
        return refusal.isEmpty();
    }

    private static Optional<String> refusal(RawSetting setting) {
        String path = setting.path();
        for (PropertyKeys keys : JourneyConfigKeys.ALL_PROPERTIES) {
            Optional<String> property = keys.propertyOf(path);
            if (property.isPresent()) {
                return Optional.ofNullable(keys.reserved().get(property.get()))
                        .map(instead -> path + " is decided by the processor: " + instead);
            }
        }
        if (KnownNames.contains(path)) {
            return Optional.empty();
        }
        return Optional.of(KnownNames.unknown(path));
    }

    private void resolve() {
        winners.replaceAll((path, setting) -> resolve(setting));
        for (ConfigKey<?> key : JourneyConfigKeys.ALL) {
            @Nullable RawSetting setting = winners.get(key.name());
            if (setting != null) {
                check(key, setting);
            }
        }
    }

    private RawSetting resolve(RawSetting setting) {
        try {
            String text = references.resolve(setting.text());
            if (References.isIn(setting.text()) || Secrets.isSecretName(setting.path())) {
                secretValues.add(text);
            }
            UserInfo.in(text).ifPresent(secretValues::add);
            return new RawSetting(setting.path(), text, setting.origin(), setting.where());
        } catch (IllegalArgumentException e) {
            problems.add(new ConfigProblem(setting.where(), setting.path() + " " + e.getMessage()));
            return setting;
        }
    }

    private void check(ConfigKey<?> key, RawSetting setting) {
        if (References.isIn(setting.text())) {
            return;
        }
        try {
            key.read(setting.text());
        } catch (IllegalArgumentException e) {
            problems.add(new ConfigProblem(
                    setting.where(),
                    key.name() + " is \"" + secrets().mask(setting.text()) + "\"; expected " + e.getMessage()));
        }
    }
}
