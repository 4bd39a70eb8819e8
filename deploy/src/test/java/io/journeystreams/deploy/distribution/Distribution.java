package io.journeystreams.deploy.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tarball of this build, unpacked. */
record Distribution(Path home) {

    static Distribution unpack(Path into) throws IOException, InterruptedException {
        Ended tar = Ended.of(into, Map.of(), List.of("tar", "-xzf", tarball().toString()));
        assertThat(tar).isEqualTo(new Ended(0, ""));
        return new Distribution(onlyOne(into, ""));
    }

    Path launcher() {
        return home.resolve("bin/journey");
    }

    Path file(String name) {
        return home.resolve(name);
    }

    Ended journey(String... arguments) throws IOException, InterruptedException {
        return journey(launcher(), home, Map.of(), arguments);
    }

    static Ended journey(Path launcher, Path from, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return Ended.of(from, environment, command);
    }

    private static Path tarball() throws IOException {
        return onlyOne(Path.of("target"), ".tar.gz").toAbsolutePath();
    }

    private static Path onlyOne(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith("journey-streams-") && name.endsWith(ending);
                    })
                    .toList();
            assertThat(found)
                    .as("in %s; mvn package -pl deploy -am makes the distribution", directory)
                    .hasSize(1);
            return found.get(0);
        }
    }
}
