package io.journeystreams.load.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the garbage collector did in a run, start and end included.
 *
 * @param pauses how often everything stood still
 * @param pausedMs for how long in all
 * @param allocatedMb how much the heap grew between pauses, in all; whole mebibytes, so only long runs tell
 */
public record Garbage(int pauses, double pausedMs, long allocatedMb) {

    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\) ([\\d.]+)ms");

    /** @param file written by {@code -Xlog:gc:file=…} */
    public static Garbage in(Path file) {
        try {
            return in(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static Garbage in(List<String> lines) {
        int pauses = 0;
        double pausedMs = 0;
        long allocatedMb = 0;
        long leftMb = 0;
        for (String line : lines) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                pauses++;
                pausedMs += Double.parseDouble(pause.group(3));
                allocatedMb += Math.max(0, Long.parseLong(pause.group(1)) - leftMb);
                leftMb = Long.parseLong(pause.group(2));
            }
        }
        return new Garbage(pauses, pausedMs, allocatedMb);
    }
}
