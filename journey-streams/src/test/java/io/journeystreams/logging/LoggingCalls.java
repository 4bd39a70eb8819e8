package io.journeystreams.logging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The statements that log something, as they stand in the sources. */
final class LoggingCalls {

    private static final Path SOURCES = Path.of("src", "main", "java");

    /** From the logger to the end of the statement; no text of ours holds a semicolon that ends a line. */
    private static final Pattern CALL = Pattern.compile("\\bLOG\\s*\\.[^;]*(?:;[^\\n;]+)*;\\n");

    private static final Pattern LOGGER = Pattern.compile("\\bLogger (\\w+) = LoggerFactory");

    private LoggingCalls() {}

    static List<String> all() {
        return sources().flatMap(LoggingCalls::in).toList();
    }

    /** Names of the fields that hold a logger. */
    static List<String> loggers() {
        return sources()
                .flatMap(source -> LOGGER.matcher(source).results().map(found -> found.group(1)))
                .distinct()
                .toList();
    }

    static Stream<String> in(String source) {
        return CALL.matcher(source).results().map(MatchResult::group).map(String::strip);
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(LoggingCalls::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
