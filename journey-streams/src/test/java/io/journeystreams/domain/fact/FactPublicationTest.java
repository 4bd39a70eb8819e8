package io.journeystreams.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.time.ClockReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule G7: whatever becomes of facts, who reads all that is told of them knows those that are true, each once. */
class FactPublicationTest {

    private static final long T = 1_772_000_000_000L;

    /** @param says stands for all that a version may say otherwise */
    private record Claim(String cause, String group, long atMs, boolean isTimed, int says) implements Fact {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readersKnowWhatIsTrue(long seed) {
        Random random = new Random(seed);
        Reader reader = new Reader();
        List<Claim> facts = new ArrayList<>();
        List<Claim> gone = new ArrayList<>();
        List<Told<Claim>> told = List.of();
        for (int step = 0; step < 200; step++) {
            long nowMs = T + step * 10L;
            change(facts, gone, step, random);
            FactPublication.Result<Claim> result = at(nowMs).publish(told, facts);
            told = result.told();
            result.outputs().forEach(reader::read);

            List<Claim> isTrue = facts.stream()
                    .filter(fact -> !fact.isTimed() || fact.atMs() <= nowMs)
                    .toList();
            assertThat(reader.knows.values()).as("step %d", step).containsExactlyInAnyOrderElementsOf(isTrue);
            assertThat(result.nextDueAtMs())
                    .isEqualTo(facts.stream()
                            .filter(fact -> fact.isTimed() && fact.atMs() > nowMs)
                            .mapToLong(Claim::atMs)
                            .min()
                            .orElse(Long.MAX_VALUE));
            assertThat(at(nowMs).publish(told, facts).outputs()).isEmpty();
        }
        assertThat(reader.read).isGreaterThan(150);
    }

    @Test
    void newsAreToldInTheOrderOfTime() {
        List<Claim> facts = List.of(claim("b", T + 2), claim("a", T + 1));

        assertThat(at(T + 5).publish(List.of(), facts).outputs())
                .extracting(output -> output.fact().cause())
                .containsExactly("a", "b");
    }

    @Test
    void anotherVersionOfWhatWasToldIsACorrection() {
        Claim first = claim("a", T);
        Claim second = new Claim("a", "a", T, false, 2);
        List<Told<Claim>> told = at(T).publish(List.of(), List.of(first)).told();

        List<FactOutput<Claim>> outputs =
                at(T).publish(told, List.of(first, second)).outputs();

        assertThat(outputs).hasSize(1);
        assertThat(outputs.get(0).revision()).isEqualTo(2);
        assertThat(outputs.get(0).state()).isEqualTo(FactOutput.State.CORRECTED);
    }

    @Test
    void whatWasTakenBackAndComesBackIsToldAgain() {
        List<Claim> facts = List.of(claim("a", T));
        List<Told<Claim>> told = at(T).publish(List.of(), facts).told();
        List<Told<Claim>> takenBack = at(T).publish(told, List.<Claim>of()).told();

        assertThat(at(T).publish(takenBack, facts).outputs())
                .extracting(FactOutput::revision, FactOutput::state)
                .containsExactly(tuple(3, FactOutput.State.CORRECTED));
    }

    /** Mostly a fact is added at the end; some are said otherwise, go, come back, or come between others. */
    private static void change(List<Claim> facts, List<Claim> gone, int step, Random random) {
        int what = random.nextInt(10);
        int place = facts.isEmpty() ? 0 : random.nextInt(facts.size());
        if (what < 6) {
            facts.add(claim(step, random));
        } else if (what == 6) {
            facts.add(place, claim(step, random));
        } else if (what == 7 && !facts.isEmpty()) {
            gone.add(facts.remove(place));
        } else if (what == 8 && !facts.isEmpty()) {
            Claim known = facts.get(place);
            facts.set(place, new Claim(known.cause(), known.group(), known.atMs(), known.isTimed(), step));
        } else if (what == 9 && !gone.isEmpty()) {
            facts.add(place, gone.remove(0));
        }
    }

    private static Claim claim(int step, Random random) {
        boolean isTimed = random.nextInt(4) == 0;
        long atMs = T + step * 10L + (isTimed ? random.nextInt(60) : 0);
        return new Claim("c" + step, "g" + random.nextInt(3), atMs, isTimed, 0);
    }

    private static Claim claim(String cause, long atMs) {
        return new Claim(cause, cause, atMs, false, 1);
    }

    private static FactPublication at(long nowMs) {
        return new FactPublication(new ProfileKey("a:1"), "shop", ClockReading.at(nowMs, nowMs), nowMs);
    }

    /** Applies what it is told, and asserts that revisions count on. */
    private static final class Reader {

        private final Map<String, Claim> knows = new HashMap<>();
        private final Map<String, Integer> revisions = new HashMap<>();
        private int read;

        private void read(FactOutput<Claim> output) {
            read++;
            assertThat(revisions.merge(output.id(), 1, Integer::sum)).isEqualTo(output.revision());
            output.supersedes()
                    .forEach(id -> assertThat(knows.remove(id)).as(id).isNotNull());
            if (output.state() == FactOutput.State.RETRACTED) {
                assertThat(knows.remove(output.id())).isNotNull();
            } else {
                boolean isFirst = output.state() == FactOutput.State.STATED;
                assertThat(output.revision() == 1 && output.supersedes().isEmpty())
                        .isEqualTo(isFirst);
                knows.put(output.id(), output.fact());
            }
        }
    }
}
