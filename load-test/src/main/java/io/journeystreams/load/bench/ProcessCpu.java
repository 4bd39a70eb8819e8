package io.journeystreams.load.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of a process, user and system, of all its threads; from Linux's {@code /proc}. */
public final class ProcessCpu {

    /** Linux tells programs of hundredths of a second on all its platforms (USER_HZ). */
    static final long TICK_MS = 10;

    /** After the name in parentheses: state, ppid, … utime is the 12th and stime the 13th. */
    private static final int USER_TICKS = 11;

    private static final int SYSTEM_TICKS = 12;

    private ProcessCpu() {}

    /** Milliseconds since it started. */
    public static long ms(long pid) {
        try {
            return msIn(Files.readString(Path.of("/proc", String.valueOf(pid), "stat")));
        } catch (IOException e) {
            throw new UncheckedIOException("no CPU time of process " + pid, e);
        }
    }

    /** @param stat content of {@code /proc/PID/stat}; the name in it may hold spaces and parentheses */
    static long msIn(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" +", -1);
        if (fields.length <= SYSTEM_TICKS) {
            throw new IllegalArgumentException("no /proc/PID/stat: " + stat);
        }
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) * TICK_MS;
    }
}
