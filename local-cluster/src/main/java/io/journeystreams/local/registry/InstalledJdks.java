package io.journeystreams.local.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for JDKs on this machine: in the environment (JAVA_HOME, JAVA_HOME_21 …) and in the usual folders. */
public final class InstalledJdks {

    private static final List<Path> USUAL_FOLDERS = List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/usr/java"),
            Path.of("/opt"),
            Path.of("/opt/java"),
            Path.of("/Library/Java/JavaVirtualMachines"),
            Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java"),
            Path.of(System.getProperty("user.home"), ".jdks"));

    private static final Pattern MAJOR_VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

    private InstalledJdks() {}

    /** The home of the newest JDK of at least that major version; empty if there is none. */
    public static Optional<Path> newest(int atLeastMajor) {
        return Stream.of(ownHome(), homesInEnvironment(), homesInFolders())
                .flatMap(homes -> homes)
                .filter(home -> Files.isExecutable(javaCommand(home)))
                .filter(home -> majorVersion(home) >= atLeastMajor)
                .max(Comparator.comparingInt(InstalledJdks::majorVersion));
    }

    static Path javaCommand(Path home) {
        return home.resolve("bin").resolve("java");
    }

    private static Stream<Path> ownHome() {
        return Stream.of(Path.of(System.getProperty("java.home")));
    }

    private static Stream<Path> homesInEnvironment() {
        return System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    private static Stream<Path> homesInFolders() {
        return USUAL_FOLDERS.stream()
                .filter(Files::isDirectory)
                .flatMap(InstalledJdks::entries)
                .flatMap(entry -> Stream.of(entry, entry.resolve("Contents/Home")));
    }

    private static Stream<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList().stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    /** 0 where the folder does not say: a JDK has a file that does. */
    private static int majorVersion(Path home) {
        try {
            Matcher version = MAJOR_VERSION.matcher(Files.readString(home.resolve("release")));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException noRelease) {
            return 0;
        }
    }
}
