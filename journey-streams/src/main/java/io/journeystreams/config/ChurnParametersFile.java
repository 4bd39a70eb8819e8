package io.journeystreams.config;

import io.journeystreams.domain.churn.model.ChurnParameters;
import io.journeystreams.domain.churn.model.ChurnParameters.FittedOn;
import io.journeystreams.domain.churn.model.ModelKind;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The parameters of the churn model as a YAML file, whose id derives from the rest: what was changed by hand is noticed. */
public final class ChurnParametersFile {

    private static final String FORMAT = "1";
    private static final String UNIT = "weeks";
    private static final double DAYS_A_WEEK = 7;
    private static final List<String> FIELDS =
            List.of("format", "id", "model", "unit", "parameters", "cohort", "horizon", "fitted");
    private static final List<String> FITTED = List.of("from", "to", "customers", "logLikelihood");

    private final YamlForm form;

    private ChurnParametersFile(String file) {
        this.form = new YamlForm(file);
    }

    /** Their version: equal for equal parameters, fitted to the same. */
    public static String id(ChurnParameters parameters) {
        return ShortDigest.of(content(parameters).getBytes(StandardCharsets.UTF_8));
    }

    /** As it is read back. */
    public static String write(ChurnParameters parameters) {
        return "format: " + FORMAT + "\nid: \"" + id(parameters) + "\"\n" + content(parameters);
    }

    /**
     * @param file for messages
     * @throws InvalidConfigException with everything that is wrong
     */
    public static ChurnParameters read(String file, Reader text) throws IOException {
        ChurnParametersFile reader = new ChurnParametersFile(file);
        YamlTree tree = YamlTree.read(file, text);
        Optional<ChurnParameters> parameters = reader.parameters(tree);
        if (parameters.isEmpty() || !reader.form.problems().isEmpty()) {
            throw new InvalidConfigException(reader.form.problems());
        }
        return parameters.get();
    }

    private static String content(ChurnParameters parameters) {
        StringBuilder text = new StringBuilder();
        text.append("model: ").append(parameters.kind().key()).append('\n');
        text.append("unit: ").append(UNIT).append("\nparameters:\n");
        List<String> names = parameters.kind().parameterNames();
        for (int i = 0; i < names.size(); i++) {
            text.append("  ")
                    .append(names.get(i))
                    .append(": ")
                    .append(parameters.values().get(i))
                    .append('\n');
        }
        FittedOn fitted = parameters.fittedOn();
        text.append("cohort: ").append(quoted(parameters.cohort())).append('\n');
        text.append("horizon: ")
                .append(DurationText.format(duration(parameters.horizonWeeks())))
                .append('\n');
        text.append("fitted:\n  from: ").append(fitted.from());
        text.append("\n  to: ").append(fitted.to());
        text.append("\n  customers: ").append(fitted.customers());
        text.append("\n  logLikelihood: ").append(fitted.logLikelihood()).append('\n');
        return text.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Duration duration(double weeks) {
        return Duration.ofSeconds(
                Math.round(weeks * DAYS_A_WEEK * Duration.ofDays(1).toSeconds()));
    }

    private Optional<ChurnParameters> parameters(YamlTree tree) {
        Map<String, YamlTree> top = form.section(tree, "churn parameters", FIELDS);
        FIELDS.stream()
                .filter(field -> !top.containsKey(field))
                .forEach(field -> form.problem(tree, field + " is missing"));
        if (!form.problems().isEmpty()) {
            return Optional.empty();
        }
        require(top, "format", FORMAT);
        require(top, "unit", UNIT);
        Optional<ModelKind> kind =
                value(top, "model", "a model: bg-nbd, mbg-nbd, either with -slowing", text -> ModelKind.of(text)
                        .orElseThrow(() -> new IllegalArgumentException(text)));
        Optional<Double> horizon = value(
                top,
                "horizon",
                DurationText.EXPECTED,
                text -> DurationText.parse(text).toSeconds()
                        / DAYS_A_WEEK
                        / Duration.ofDays(1).toSeconds());
        Optional<String> cohort = form.text(top.get("cohort"), "cohort");
        Optional<FittedOn> fitted = fitted(top);
        if (kind.isEmpty() || horizon.isEmpty() || cohort.isEmpty() || fitted.isEmpty()) {
            return Optional.empty();
        }
        return values(top, kind.get())
                .flatMap(values -> checked(top, kind.get(), values, cohort.get(), horizon.get(), fitted.get()));
    }

    private Optional<ChurnParameters> checked(
            Map<String, YamlTree> top,
            ModelKind kind,
            List<Double> values,
            String cohort,
            double horizonWeeks,
            FittedOn fitted) {
        YamlTree where = top.getOrDefault("parameters", new YamlTree.Text(1, ""));
        try {
            ChurnParameters parameters = new ChurnParameters(kind, values, cohort, horizonWeeks, fitted);
            require(top, "id", id(parameters));
            return Optional.of(parameters);
        } catch (IllegalArgumentException e) {
            form.problem(where, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<List<Double>> values(Map<String, YamlTree> top, ModelKind kind) {
        List<String> names = kind.parameterNames();
        Map<String, YamlTree> section =
                form.section(top.getOrDefault("parameters", new YamlTree.Text(1, "")), "parameters", names);
        List<Double> values = new ArrayList<>();
        names.forEach(name -> value(section, name, "a number", Double::valueOf).ifPresent(values::add));
        return values.size() == names.size() ? Optional.of(values) : Optional.empty();
    }

    private Optional<FittedOn> fitted(Map<String, YamlTree> top) {
        YamlTree where = top.getOrDefault("fitted", new YamlTree.Text(1, ""));
        Map<String, YamlTree> section = form.section(where, "fitted", FITTED);
        Optional<LocalDate> from = value(section, "from", "a day such as 2026-03-01", LocalDate::parse);
        Optional<LocalDate> to = value(section, "to", "a day such as 2026-03-01", LocalDate::parse);
        Optional<Integer> customers = value(section, "customers", "a whole number", Integer::valueOf);
        Optional<Double> likelihood = value(section, "logLikelihood", "a number", Double::valueOf);
        if (from.isEmpty() || to.isEmpty() || customers.isEmpty() || likelihood.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FittedOn(from.get(), to.get(), customers.get(), likelihood.get()));
        } catch (IllegalArgumentException e) {
            form.problem(where, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private <V> Optional<V> value(
            Map<String, YamlTree> section, String name, String expected, Function<String, V> reader) {
        YamlTree tree = section.getOrDefault(name, new YamlTree.Text(1, ""));
        Optional<String> text = form.text(tree, name);
        if (text.isEmpty()) {
            form.problem(tree, name + " is missing");
            return Optional.empty();
        }
        try {
            return text.map(reader);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            form.problem(tree, name + " must be " + expected + ": " + text.get());
            return Optional.empty();
        }
    }

    private void require(Map<String, YamlTree> top, String name, String expected) {
        YamlTree tree = top.getOrDefault(name, new YamlTree.Text(1, ""));
        if (!form.text(tree, name).equals(Optional.of(expected))) {
            form.problem(
                    tree,
                    name + " must be " + expected + (name.equals("id") ? "; was it changed by hand? Fit anew" : ""));
        }
    }
}
