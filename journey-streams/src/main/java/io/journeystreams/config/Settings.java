package io.journeystreams.config;

import io.journeystreams.config.RawSetting.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What counts after flag, environment, file and default have been weighed; every value has been checked. */
final class Settings {

    private final Map<String, RawSetting> byPath;

    Settings(Map<String, RawSetting> byPath) {
        this.byPath = byPath;
    }

    <T> Optional<T> find(ConfigKey<T> key) {
        RawSetting setting = byPath.get(key.name());
        return setting == null ? key.defaultText().map(key::read) : Optional.of(key.read(setting.text()));
    }

    <T> T get(ConfigKey<T> key) {
        return find(key).orElseThrow();
    }

    Map<String, String> properties(PropertyKeys keys) {
        Map<String, String> properties = new TreeMap<>();
        byPath.values().forEach(setting -> keys.propertyOf(setting.path())
                .ifPresent(name -> properties.put(name, setting.text())));
        return properties;
    }

    Origin originOf(String path) {
        RawSetting setting = byPath.get(path);
        return setting == null ? Origin.DEFAULT : setting.origin();
    }

    /** Where the first setting of a section stands. */
    String whereOfSection(String section) {
        return byPath.values().stream()
                .filter(setting -> setting.path().startsWith(section + "."))
                .map(RawSetting::where)
                .findFirst()
                .orElse(section);
    }
}
