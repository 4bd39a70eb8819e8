package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fault S6: the jar carries a bill of materials that names every library it runs with, and each library's licence. */
@Timeout(30)
class S6BillOfMaterialsTest {

    /** A jar of a Maven repository on the class path: its name and version. */
    private static final Pattern JAR = Pattern.compile(".*[/\\\\]([^/\\\\]+)[/\\\\]([^/\\\\]+)[/\\\\]\\1-\\2\\.jar");

    /** What tests alone run with. */
    private static final Pattern OF_TESTS = Pattern.compile(
            "(junit|archunit|surefire|opentest4j|apiguardian|assertj|awaitility"
                    + "|hamcrest|byte-buddy|json-schema-validator|itu|kafka-streams-test-utils|open-test-reporting|failsafe|maven).*");

    /** Licences under which what we ship may be shipped. */
    private static final Set<String> ALLOWED =
            Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "Go License");

    @Test
    void everyLibraryOfTheClassPathIsNamed() throws IOException {
        assertThat(components().map(S6BillOfMaterialsTest::nameAndVersion).collect(Collectors.toSet()))
                .containsAll(librariesOfTheClassPath())
                .hasSizeGreaterThan(50);
    }

    @Test
    void everyLibraryHasALicenceThatWeMayShip() throws IOException {
        Set<String> without = new TreeSet<>();
        components().forEach(component -> {
            Set<String> licences = licences(component);
            if (Collections.disjoint(licences, ALLOWED)) {
                without.add(nameAndVersion(component) + " " + licences);
            }
        });
        assertThat(without).isEmpty();
    }

    @Test
    void everyLibraryHasADigestAndAnAddress() throws IOException {
        assertThat(components()
                        .filter(component -> isTheirs(component)
                                && (component.path("hashes").isEmpty()
                                        || component.path("purl").asText().isEmpty())))
                .isEmpty();
    }

    private static boolean isTheirs(JsonNode component) {
        return !component.path("group").asText().equals("io.journeystreams");
    }

    private static Stream<JsonNode> components() throws IOException {
        try (InputStream bom = S6BillOfMaterialsTest.class.getResourceAsStream("/META-INF/sbom/bom.json")) {
            JsonNode tree = new ObjectMapper().readTree(Objects.requireNonNull(bom));
            assertThat(tree.path("bomFormat").asText()).isEqualTo("CycloneDX");
            return StreamSupport.stream(tree.path("components").spliterator(), false);
        }
    }

    private static Set<String> librariesOfTheClassPath() {
        Set<String> libraries = new TreeSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Matcher jar = JAR.matcher(entry);
            if (jar.matches() && !OF_TESTS.matcher(jar.group(1)).matches()) {
                libraries.add(jar.group(1) + " " + jar.group(2));
            }
        }
        assertThat(libraries).hasSizeGreaterThan(50);
        return libraries;
    }

    private static String nameAndVersion(JsonNode component) {
        return component.path("name").asText() + " " + component.path("version").asText();
    }

    private static Set<String> licences(JsonNode component) {
        Set<String> licences = new TreeSet<>();
        for (JsonNode licence : component.path("licenses")) {
            Stream.of(
                            licence.path("license").path("id").asText(),
                            licence.path("license").path("name").asText(),
                            licence.path("expression").asText())
                    .filter(text -> !text.isEmpty())
                    .forEach(licences::add);
        }
        return licences;
    }
}
