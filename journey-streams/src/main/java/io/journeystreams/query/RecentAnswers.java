package io.journeystreams.query;

import io.journeystreams.observe.HttpAnswer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Answers that are new enough to be given again. One question is answered at a time; a few wait for their turn, and more are told to come
 * again, so that threads are left for others. Safe for several threads.
 *
 * @param <Q> what is asked
 */
final class RecentAnswers<Q> {

    /** As long as this an answer is given again. */
    static final Duration FRESH = Duration.ofSeconds(2);

    /** An answer that is dear is given again for so many times as long as it took: answering takes at most a fiftieth of a core. */
    static final int TIMES_ITS_COST = 50;

    /** But no longer. */
    static final Duration STALE = Duration.ofSeconds(10);

    /** One that is being answered, and those that wait. */
    static final int AT_ONCE = 3;

    static final int MOST = 32;

    private static final int OK = 200;

    private final LongSupplier nanoTime;
    private final Map<Q, Given> answers = new LinkedHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ReentrantLock turn = new ReentrantLock(true);

    private record Given(long atNanos, long freshNanos, HttpAnswer answer) {}

    RecentAnswers() {
        this(System::nanoTime);
    }

    RecentAnswers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @param source may refuse; a refusal is not given again */
    HttpAnswer of(Q question, Supplier<HttpAnswer> source) {
        return known(question).orElseGet(() -> inTurn(question, source));
    }

    private HttpAnswer inTurn(Q question, Supplier<HttpAnswer> source) {
        if (!places.tryAcquire()) {
            return Refusal.BUSY.answer(Map.of("Retry-After", "1"));
        }
        turn.lock();
        try {
            return known(question).orElseGet(() -> make(question, source));
        } finally {
            turn.unlock();
            places.release();
        }
    }

    private Optional<HttpAnswer> known(Q question) {
        synchronized (answers) {
            answers.values().removeIf(given -> nanoTime.getAsLong() - given.atNanos() >= given.freshNanos());
            return Optional.ofNullable(answers.get(question)).map(Given::answer);
        }
    }

    private HttpAnswer make(Q question, Supplier<HttpAnswer> source) {
        long startedNanos = nanoTime.getAsLong();
        HttpAnswer answer = source.get();
        if (answer.status() == OK) {
            keep(question, answer, nanoTime.getAsLong() - startedNanos);
        }
        return answer;
    }

    private void keep(Q question, HttpAnswer answer, long tookNanos) {
        long freshNanos = Math.min(STALE.toNanos(), Math.max(FRESH.toNanos(), TIMES_ITS_COST * tookNanos));
        synchronized (answers) {
            answers.put(question, new Given(nanoTime.getAsLong(), freshNanos, answer));
            if (answers.size() > MOST) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
    }
}
