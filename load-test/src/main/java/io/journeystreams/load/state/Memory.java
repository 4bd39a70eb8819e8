package io.journeystreams.load.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory of a process.
 *
 * @param residentMb what it has of the machine's, the most that it ever had; MiB
 * @param heapMb what was in use after the last collection, garbage in old regions included; MiB
 */
record Memory(long residentMb, long heapMb) {

    private static final Pattern MOST_RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern LEFT = Pattern.compile("Pause .*->(\\d+)M\\(");
    private static final long KB_PER_MB = 1024;

    /** @param garbageLog written by {@code -Xlog:gc:file=…} */
    static Memory of(long pid, Path garbageLog) {
        try {
            String status = Files.readString(Path.of("/proc", String.valueOf(pid), "status"));
            return new Memory(residentMb(status), heapMb(Files.readAllLines(garbageLog)));
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is told of process " + pid, e);
        }
    }

    private static long residentMb(String status) {
        Matcher found = MOST_RESIDENT.matcher(status);
        if (!found.find()) {
            throw new IllegalStateException("no VmHWM in /proc/PID/status");
        }
        return Long.parseLong(found.group(1)) / KB_PER_MB;
    }

    private static long heapMb(List<String> lines) {
        long heapMb = 0;
        for (String line : lines) {
            Matcher found = LEFT.matcher(line);
            heapMb = found.find() ? Long.parseLong(found.group(1)) : heapMb;
        }
        return heapMb;
    }
}
