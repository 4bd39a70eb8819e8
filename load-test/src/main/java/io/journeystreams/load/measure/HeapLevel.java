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
        return byMinute(lines(file));
    }

    /**
     * What the last collection left, mebibytes; 0 if there was none.
     *
     * @param file as {@link Garbage#loggedTo}
     */
    public static long last(Path file) {
        return last(lines(file));
    }

    static long last(List<String> lines) {
        return lines.stream()
                .map(PAUSE::matcher)
                .filter(Matcher::find)
                .reduce((earlier, later) -> later)
                .map(pause -> Long.parseLong(pause.group(2)))
                .orElse(0L);
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

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
