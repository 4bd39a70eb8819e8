package io.journeystreams.local.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A {@link LocalBroker} as a process: {@code LocalBrokerMain <directory> <ready file> [setting=value]…}.
 *
 * <p>It creates the ready file when it takes requests and stops when its standard input ends, so that it never outlives
 * the process that started it.
 */
public final class LocalBrokerMain {

    private LocalBrokerMain() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (int i = 2; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            overrides.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
        }
        try (LocalBroker broker = LocalBroker.start(Path.of(arguments[0]), overrides)) {
            Files.writeString(Path.of(arguments[1]), broker.bootstrapServers());
            awaitEndOfInput();
        }
    }

    private static void awaitEndOfInput() throws IOException {
        int read;
        do {
            read = System.in.read();
        } while (read >= 0);
    }
}
