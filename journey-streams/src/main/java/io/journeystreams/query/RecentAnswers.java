package io.journeystreams.query;

import io.journeystreams.map.MapQuestion;
import io.journeystreams.observe.HttpAnswer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Answers that are new enough to be given again. One question is answered at a time: what others ask meanwhile waits for it. */
final class RecentAnswers {

    /** As long as this an answer is given again. */
    static final Duration FRESH = Duration.ofSeconds(2);

    private static final int MOST = 32;

    private final Map<Asked, Given> answers = new LinkedHashMap<>();

    private record Asked(MapQuestion question, boolean isForwarded) {}

    private record Given(long atNanos, HttpAnswer answer) {

        private boolean isFresh() {
            return System.nanoTime() - atNanos < FRESH.toNanos();
        }
    }

    synchronized HttpAnswer of(MapQuestion question, boolean isForwarded, Supplier<HttpAnswer> source) {
        answers.values().removeIf(given -> !given.isFresh());
        Asked asked = new Asked(question, isForwarded);
        Given known = answers.get(asked);
        if (known != null) {
            return known.answer();
        }
        HttpAnswer answer = source.get();
        if (answers.size() >= MOST) {
            answers.clear();
        }
        answers.put(asked, new Given(System.nanoTime(), answer));
        return answer;
    }
}
