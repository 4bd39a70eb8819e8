package io.journeystreams.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.observe.HttpAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class RecentAnswersTest {

    private static final long FRESH_NANOS = RecentAnswers.FRESH.toNanos();

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger asked = new AtomicInteger();
    private final RecentAnswers<Integer> answers = new RecentAnswers<>(nanoTime::get);

    @Test
    void anAnswerIsGivenAgainForTwoSecondsAndNotAfter() {
        assertThat(body(1)).isEqualTo("1");
        nanoTime.addAndGet(FRESH_NANOS - 1);
        assertThat(body(1)).isEqualTo("1");
        assertThat(body(2)).as("of another question").isEqualTo("2");
        nanoTime.addAndGet(1);
        assertThat(body(1)).isEqualTo("3");
        assertThat(body(2)).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"40, 2000", "41, 2050", "100, 5000", "200, 10000", "3000, 10000"})
    void whatTookLongIsGivenAgainForLongerAndNotForever(long tookMs, long freshMs) {
        // given
        answers.of(1, () -> {
            nanoTime.addAndGet(tookMs * 1_000_000);
            return next();
        });

        // then
        nanoTime.addAndGet(freshMs * 1_000_000 - 1);
        assertThat(body(1)).isEqualTo("1");
        nanoTime.addAndGet(1);
        assertThat(body(1)).isEqualTo("2");
    }

    @Test
    void noMoreThanAFewAreKeptAndTheOldestGoes() {
        for (int question = 0; question <= RecentAnswers.MOST; question++) {
            body(question);
        }

        assertThat(body(RecentAnswers.MOST)).isEqualTo(String.valueOf(RecentAnswers.MOST + 1));
        assertThat(body(1)).as("the oldest but one").isEqualTo("2");
        assertThat(body(0)).isEqualTo(String.valueOf(RecentAnswers.MOST + 2));
    }

    @Test
    void aRefusalIsNotGivenAgain() {
        assertThat(answers.of(1, Refusal.NOT_READY::answer).status()).isEqualTo(503);
        assertThat(body(1)).isEqualTo("1");
    }

    @Test
    void afterAFailureOthersGetTheirTurn() {
        for (int i = 0; i < 2 * RecentAnswers.AT_ONCE; i++) {
            assertThatThrownBy(() -> answers.of(1, () -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");
        }
        assertThat(body(1)).isEqualTo("1");
    }

    @Test
    void aFewWaitForOneAnswerAndMoreAreToldToComeAgain() throws Exception {
        // given
        CountDownLatch isSlow = new CountDownLatch(1);
        int tooMany = RecentAnswers.AT_ONCE + 1;
        ExecutorService clients = Executors.newFixedThreadPool(tooMany);
        try {
            List<CompletableFuture<HttpAnswer>> waiting = new ArrayList<>();
            for (int i = 0; i < tooMany; i++) {
                waiting.add(CompletableFuture.supplyAsync(() -> answers.of(1, () -> slowly(isSlow)), clients));
            }

            // when
            HttpAnswer refused = (HttpAnswer) CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new))
                    .get();
            isSlow.countDown();

            // then
            assertThat(refused.body()).contains("BUSY");
            assertThat(refused.headers()).containsEntry("Retry-After", "1");
            List<String> bodies = new ArrayList<>();
            for (CompletableFuture<HttpAnswer> answer : waiting) {
                bodies.add(answer.get().body());
            }
            assertThat(bodies).filteredOn("slow"::equals).hasSize(RecentAnswers.AT_ONCE);
            assertThat(asked.get()).as("answered once for all").isEqualTo(1);
            assertThat(body(3)).isEqualTo("2");
        } finally {
            isSlow.countDown();
            clients.shutdownNow();
        }
    }

    private HttpAnswer slowly(CountDownLatch isSlow) {
        asked.incrementAndGet();
        try {
            isSlow.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new HttpAnswer(200, "application/json", "slow");
    }

    private HttpAnswer next() {
        return new HttpAnswer(200, "application/json", String.valueOf(asked.incrementAndGet()));
    }

    private String body(int question) {
        return answers.of(question, this::next).body();
    }
}
