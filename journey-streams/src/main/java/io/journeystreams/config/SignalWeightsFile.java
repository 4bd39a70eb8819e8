package io.journeystreams.config;

import io.journeystreams.domain.churn.SignalKind;
import io.journeystreams.domain.churn.SignalWeights;
import io.journeystreams.domain.churn.SignalWeights.Base;
import io.journeystreams.domain.churn.SignalWeights.Weight;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The weights of signals of churn from YAML; the form is described in {@code docs/churn.md}. */
final class SignalWeightsFile {

    private static final List<String> FIELDS = List.of("horizon", "base", "signals");
    private static final List<String> SIGNAL = List.of("weight", "halfLife");

    private final YamlForm form;

    private SignalWeightsFile(String file) {
        this.form = new YamlForm(file);
    }

    /**
     * Name and version: {@code churn-signals.yaml#1a2b3c4d5e6f}. Equal for equal weights in files of the same name.
     *
     * @throws InvalidConfigException with file, line and everything that is wrong, if something is
     */
    static String describe(Path file) {
        return file.getFileName() + "#" + load(file).version();
    }

    /** @throws InvalidConfigException with file, line and everything that is wrong, if something is */
    static SignalWeights load(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            return read(file.toString(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /**
     * @param file for messages
     * @throws InvalidConfigException with everything that is wrong
     */
    static SignalWeights read(String file, Reader text) throws IOException {
        SignalWeightsFile reader = new SignalWeightsFile(file);
        Optional<SignalWeights> weights = reader.weights(YamlTree.read(file, text));
        if (weights.isEmpty() || !reader.form.problems().isEmpty()) {
            throw new InvalidConfigException(reader.form.problems());
        }
        return weights.get();
    }

    private Optional<SignalWeights> weights(YamlTree tree) {
        Map<String, YamlTree> top = form.section(tree, "weights of signals", FIELDS);
        Optional<Duration> horizon = value(top, "horizon", tree, DurationText.EXPECTED, DurationText::parse);
        List<Base> base = base(top, tree);
        Map<SignalKind, Weight> signals = signals(top, tree);
        if (horizon.isEmpty() || !form.problems().isEmpty()) {
            return Optional.empty();
        }
        return checked(
                tree, () -> new SignalWeights(horizon.get(), base, signals, version(horizon.get(), base, signals)));
    }

    private List<Base> base(Map<String, YamlTree> top, YamlTree tree) {
        List<Base> base = new ArrayList<>();
        section(top, "base", tree).forEach((tenure, logOdds) -> {
            Optional<Duration> from =
                    parsed(logOdds, tenure, "base." + tenure, DurationText.EXPECTED, DurationText::parse);
            Optional<Double> value = number(logOdds, "base." + tenure);
            from.flatMap(known -> value.flatMap(odds -> checked(logOdds, () -> new Base(known, odds))))
                    .ifPresent(base::add);
        });
        return base;
    }

    private Map<SignalKind, Weight> signals(Map<String, YamlTree> top, YamlTree tree) {
        Map<SignalKind, Weight> signals = new EnumMap<>(SignalKind.class);
        if (section(top, "signals", tree).isEmpty()) {
            return signals;
        }
        form.section(top.getOrDefault("signals", tree), "signals", SignalKind.keys())
                .forEach((key, entry) -> weight(key, entry)
                        .ifPresent(weight -> SignalKind.of(key).ifPresent(kind -> signals.put(kind, weight))));
        return signals;
    }

    private Optional<Weight> weight(String key, YamlTree entry) {
        Map<String, YamlTree> fields = form.section(entry, key, SIGNAL);
        Optional<Double> weight = required(fields, "weight", entry).flatMap(tree -> number(tree, "weight"));
        Optional<Duration> halfLife = value(fields, "halfLife", entry, DurationText.EXPECTED, DurationText::parse);
        return weight.flatMap(known -> halfLife.flatMap(half -> checked(entry, () -> new Weight(known, half))));
    }

    private Map<String, YamlTree> section(Map<String, YamlTree> top, String name, YamlTree tree) {
        return required(top, name, tree)
                .map(section -> form.entries(section, name))
                .orElse(Map.of());
    }

    private Optional<YamlTree> required(Map<String, YamlTree> fields, String name, YamlTree within) {
        Optional<YamlTree> field = Optional.ofNullable(fields.get(name));
        if (field.isEmpty()) {
            form.problem(within, name + " is missing");
        }
        return field;
    }

    private Optional<Double> number(YamlTree tree, String name) {
        return form.text(tree, name).flatMap(text -> parsed(tree, text, name, "a number such as 1.2", Double::valueOf));
    }

    private <V> Optional<V> value(
            Map<String, YamlTree> fields, String name, YamlTree within, String expected, Function<String, V> reader) {
        return required(fields, name, within)
                .flatMap(tree -> form.text(tree, name).flatMap(text -> parsed(tree, text, name, expected, reader)));
    }

    private <V> Optional<V> parsed(
            YamlTree where, String text, String name, String expected, Function<String, V> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            form.problem(where, name + " must be " + expected + ": " + text);
            return Optional.empty();
        }
    }

    /** What the records say of themselves belongs to the line where they stand. */
    private <T> Optional<T> checked(YamlTree where, Supplier<T> record) {
        try {
            return Optional.of(record.get());
        } catch (IllegalArgumentException e) {
            form.problem(where, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static String version(Duration horizon, List<Base> base, Map<SignalKind, Weight> signals) {
        List<Base> ascending =
                base.stream().sorted(Comparator.comparing(Base::from)).toList();
        String content = horizon + " " + ascending + " " + signals;
        return ShortDigest.of(content.getBytes(StandardCharsets.UTF_8));
    }
}
