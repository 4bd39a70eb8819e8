package io.journeystreams.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row a package: what it may use of ours, and of others'. */
class PackageTableTest {

    private static final String ROOT = "io.journeystreams.";
    private static final String JDK = "java..";
    private static final String NULLNESS = "org.jspecify..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.journeystreams");

    private static final Map<String, List<String>> OURS = new TreeMap<>(Map.ofEntries(
            Map.entry("domain.event", List.of()),
            Map.entry("domain.time", List.of("domain.event")),
            Map.entry("domain.session", List.of("domain.event", "domain.time")),
            Map.entry("domain.cart", List.of("domain.event", "domain.time")),
            Map.entry("domain.identity", List.of("domain.event", "domain.time")),
            Map.entry("domain.fact", List.of("domain.event", "domain.time")),
            Map.entry("domain.stage", List.of("domain.event", "domain.time", "domain.fact")),
            Map.entry("domain.moment", List.of("domain.event", "domain.time", "domain.fact")),
            Map.entry("domain.churn.model", List.of()),
            Map.entry("domain.churn", List.of("domain.event", "domain.time", "domain.fact", "domain.churn.model")),
            Map.entry(
                    "domain.service",
                    List.of("domain.event", "domain.time", "domain.fact", "domain.stage", "domain.moment")),
            Map.entry("domain.person", List.of("domain.event")),
            Map.entry("domain.interest", List.of("domain.event")),
            Map.entry(
                    "domain.abandonment",
                    List.of("domain.event", "domain.time", "domain.cart", "domain.person", "domain.interest")),
            Map.entry(
                    "domain.profile",
                    List.of(
                            "domain.event",
                            "domain.time",
                            "domain.cart",
                            "domain.identity",
                            "domain.session",
                            "domain.person",
                            "domain.interest",
                            "domain.abandonment",
                            "domain.fact",
                            "domain.stage",
                            "domain.service",
                            "domain.moment",
                            "domain.churn")),
            Map.entry(
                    "domain.engine",
                    List.of(
                            "domain.event",
                            "domain.time",
                            "domain.cart",
                            "domain.identity",
                            "domain.session",
                            "domain.person",
                            "domain.interest",
                            "domain.abandonment",
                            "domain.fact",
                            "domain.stage",
                            "domain.service",
                            "domain.moment",
                            "domain.churn",
                            "domain.map",
                            "domain.profile")),
            Map.entry(
                    "domain.map",
                    List.of(
                            "domain.event",
                            "domain.fact",
                            "domain.stage",
                            "domain.service",
                            "domain.moment",
                            "domain.abandonment",
                            "domain.churn",
                            "domain.profile")),
            Map.entry("domain.explain", List.of("domain")),
            Map.entry("intake", List.of("domain.event", "domain.time", "contracts")),
            Map.entry("intake.vocabulary", List.of("domain.event", "contracts", "config", "intake")),
            Map.entry("state", List.of("domain", "contracts", "state.codec")),
            Map.entry("state.codec", List.of("domain", "contracts", "state", "registry")),
            Map.entry("map", List.of("domain.event", "domain.map")),
            Map.entry("output", List.of("domain", "contracts", "map")),
            Map.entry("topology", List.of("domain", "contracts", "intake", "state", "map", "output", "registry")),
            Map.entry("config", List.of("domain")),
            Map.entry("churn", List.of("domain.churn.model")),
            Map.entry("topics", List.of("config", "contracts")),
            Map.entry("erasure", List.of("domain.event", "config", "contracts", "registry", "topics")),
            Map.entry("reset", List.of()),
            Map.entry("letters", List.of("topology")),
            Map.entry("mining", List.of("contracts", "registry")),
            Map.entry("canary", List.of("domain.event", "contracts", "registry", "topology")),
            Map.entry("observe", List.of("domain", "intake", "topology", "canary")),
            Map.entry("query", List.of("domain", "state", "map", "topology", "observe")),
            Map.entry("runtime", List.of("domain", "intake", "topology", "registry"))));

    static Stream<String> packages() {
        return OURS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packageUsesOnlyWhatItsRowAllows(String name) {
        classes()
                .that(livesIn(name))
                .should()
                .onlyDependOnClassesThat(isAllowed(name))
                .check(CLASSES);
    }

    @Test
    void everyPackageButTheOutermostHasARow() {
        Set<String> outermost = Set.of("cli", "demo", "backtest", "contracts", "registry");
        Set<String> found = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(ROOT.length()))
                .filter(name -> outermost.stream().noneMatch(outer -> isWithin(name, outer)))
                .filter(name -> !isWithin(name, "local"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).isEqualTo(OURS.keySet());
    }

    private static DescribedPredicate<JavaClass> livesIn(String name) {
        return JavaClass.Predicates.resideInAPackage(ROOT + name);
    }

    private static DescribedPredicate<JavaClass> isAllowed(String name) {
        boolean isDomain = isWithin(name, "domain");
        return DescribedPredicate.describe("are allowed to " + name, target -> {
            String other = target.getPackageName();
            if (!other.startsWith(ROOT)) {
                return !isDomain || other.isEmpty() || isOf(target, JDK) || isOf(target, NULLNESS);
            }
            String own = other.substring(ROOT.length());
            return own.equals(name)
                    || OURS.getOrDefault(name, List.of()).stream().anyMatch(row -> isWithin(own, row));
        });
    }

    private static boolean isOf(JavaClass target, String packages) {
        return JavaClass.Predicates.resideInAPackage(packages).test(target);
    }

    private static boolean isWithin(String name, String row) {
        return name.equals(row) || name.startsWith(row + ".");
    }
}
