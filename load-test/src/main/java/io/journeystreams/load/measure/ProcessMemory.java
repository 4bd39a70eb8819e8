package io.journeystreams.load.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory of a process that is in use, of all its kinds (resident set); from Linux's {@code /proc}. */
public final class ProcessMemory {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final long KIB_PER_MIB = 1_024;

    private ProcessMemory() {}

    /** Mebibytes. */
    public static long mb(long pid) {
        try {
            return mbIn(Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")));
        } catch (IOException e) {
            throw new UncheckedIOException("no memory of process " + pid, e);
        }
    }

    /** @param status lines of {@code /proc/PID/status}; of a process that has ended they name no memory, which is 0 */
    static long mbIn(List<String> status) {
        return status.stream()
                .map(RESIDENT::matcher)
                .filter(Matcher::matches)
                .mapToLong(line -> Long.parseLong(line.group(1)) / KIB_PER_MIB)
                .findFirst()
                .orElse(0);
    }
}
