package io.journeystreams.load.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is left of the heap after collections: if that grows without end, something is kept that nobody needs. */
public final class HeapLevel {

    private static final Pattern PAUSE = Pattern.compile("^\\[([\\d.]+)s].* Pause .* \\d+M->(\\d+)M\\(\\d+M\\)");
    private static final double MINUTE = 60;

    private HeapLevel() {}

    /**
     * The least that a collection left in each minute since the process started, mebibytes; minutes without one are left out.
     *
     * @param file as {@link Garbage#loggedTo}
     */
    public static List<Long> byMinute(Path file) {
        try {
            return byMinute(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static List<Long> byMinute(List<String> lines) {
        TreeMap<Integer, Long> least = new TreeMap<>();
        for (String line : lines) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                least.merge(
                        (int) (Double.parseDouble(pause.group(1)) / MINUTE), Long.valueOf(pause.group(2)), Math::min);
            }
        }
        return List.copyOf(least.values());
    }
}
