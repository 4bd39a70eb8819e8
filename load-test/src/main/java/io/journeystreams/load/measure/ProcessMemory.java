package io.journeystreams.load.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory of a process that is in use, of all its kinds (resident set), in mebibytes; from Linux's {@code /proc}. */
public final class ProcessMemory {

    private static final Pattern NOW = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern MOST = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final long KIB_PER_MIB = 1_024;

    private ProcessMemory() {}

    public static long mb(long pid) {
        return mbIn(status(pid), NOW);
    }

    /** The most that it has had so far. */
    public static long mostMb(long pid) {
        return mbIn(status(pid), MOST);
    }

    private static List<String> status(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"));
        } catch (IOException e) {
            throw new UncheckedIOException("no memory of process " + pid, e);
        }
    }

    /** @param status lines of {@code /proc/PID/status}; of a process that has ended they name no memory, which is 0 */
    static long mbIn(List<String> status) {
        return mbIn(status, NOW);
    }

    private static long mbIn(List<String> status, Pattern line) {
        return status.stream()
                .map(line::matcher)
                .filter(Matcher::matches)
                .mapToLong(found -> Long.parseLong(found.group(1)) / KIB_PER_MIB)
                .findFirst()
                .orElse(0);
    }
}
