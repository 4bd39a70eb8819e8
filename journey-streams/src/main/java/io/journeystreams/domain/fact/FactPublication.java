package io.journeystreams.domain.fact;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.time.ClockReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to tell readers of facts (rule G7): those that an event brought at once, those that time brought when the clock has
 * passed them. A fact that says something else than before is corrected under its id; one that is gone is named by the first
 * of its group that is told at the same time, or else retracted.
 */
public final class FactPublication {

    private static final int FIRST = 1;

    private static final Comparator<FactOutput<?>> BY_TIME =
            Comparator.comparingLong(output -> output.fact().atMs());

    private final ProfileKey profile;
    private final String tenant;
    private final ClockReading clock;
    private final long emittedAtMs;

    /** @param emittedAtMs intake time of the journal entry that leads to what is published, epoch milliseconds */
    public FactPublication(ProfileKey profile, String tenant, ClockReading clock, long emittedAtMs) {
        this.profile = profile;
        this.tenant = tenant;
        this.clock = clock;
        this.emittedAtMs = emittedAtMs;
    }

    /**
     * @param told what readers have been told, of facts that can still change
     * @param outputs what is to be published now
     * @param nextDueAtMs when the clock lets more be published, epoch milliseconds; {@link Long#MAX_VALUE} if nothing waits
     */
    public record Result<F extends Fact>(List<Told<F>> told, List<FactOutput<F>> outputs, long nextDueAtMs) {

        public Result {
            told = List.copyOf(told);
            outputs = List.copyOf(outputs);
        }
    }

    /** @param facts as they are now, of the time that told facts are kept for */
    public <F extends Fact> Result<F> publish(List<Told<F>> before, List<F> facts) {
        boolean areAllTold = before.size() <= facts.size() && areTold(before, facts);
        if (areAllTold && before.size() == facts.size()) {
            return new Result<>(before, List.of(), Long.MAX_VALUE);
        }
        return areAllTold && areNews(before.size(), facts)
                ? told(before, facts.subList(before.size(), facts.size()))
                : new Comparison<F>(before).with(facts);
    }

    /** As it mostly is: what readers have been told is how the facts begin, and stands. */
    private <F extends Fact> boolean areTold(List<Told<F>> before, List<F> facts) {
        boolean are = true;
        for (int i = 0; are && i < before.size(); i++) {
            Told<F> known = before.get(i);
            are = known.stands() && isSame(known.fact(), facts.get(i)) && isTrueYet(known.fact());
        }
        return are;
    }

    /** @param from the first fact that readers do not know; none of these may be another version of one before it */
    private static <F extends Fact> boolean areNews(int from, List<F> facts) {
        for (int i = from; i < facts.size(); i++) {
            for (int earlier = 0; earlier < i; earlier++) {
                if (facts.get(i).isVersionOf(facts.get(earlier))) {
                    return false;
                }
            }
        }
        return true;
    }

    private <F extends Fact> Result<F> told(List<Told<F>> before, List<F> news) {
        List<Told<F>> told = new ArrayList<>(before);
        List<FactOutput<F>> outputs = new ArrayList<>(news.size());
        long nextDueAtMs = Long.MAX_VALUE;
        for (F fact : news) {
            if (isTrueYet(fact)) {
                outputs.add(output(fact, FIRST, FactOutput.State.STATED, List.of()));
                told.add(new Told<>(fact, FIRST, true));
            } else {
                nextDueAtMs = Math.min(nextDueAtMs, fact.atMs());
            }
        }
        outputs.sort(BY_TIME);
        return new Result<>(told, outputs, nextDueAtMs);
    }

    private <F extends Fact> FactOutput<F> output(
            F fact, int revision, FactOutput.State state, List<String> superseded) {
        return new FactOutput<>(profile, fact.id(tenant), revision, state, superseded, fact, emittedAtMs);
    }

    /** Mostly the same object, which is found out sooner. */
    @SuppressWarnings("ReferenceEquality")
    private static <F extends Fact> boolean isSame(F known, F fact) {
        return known == fact || known.equals(fact);
    }

    private boolean isTrueYet(Fact fact) {
        return !fact.isTimed() || clock.hasPassed(fact.atMs());
    }

    /** What was told against what is known now. */
    private final class Comparison<F extends Fact> {

        private final Map<String, Told<F>> told = new LinkedHashMap<>();
        private final Map<String, List<String>> gone = new HashMap<>();
        private final List<FactOutput<F>> outputs = new ArrayList<>();

        private Comparison(List<Told<F>> before) {
            before.forEach(known -> told.put(known.fact().cause(), known));
        }

        private Result<F> with(List<F> facts) {
            Map<String, F> now = new LinkedHashMap<>();
            facts.stream().filter(FactPublication.this::isTrueYet).forEach(fact -> now.put(fact.cause(), fact));
            List<Told<F>> vanished = told.values().stream()
                    .filter(known ->
                            known.stands() && !now.containsKey(known.fact().cause()))
                    .toList();
            vanished.forEach(known -> gone.computeIfAbsent(known.fact().group(), group -> new ArrayList<>())
                    .add(known.fact().id(tenant)));
            now.values().forEach(this::tellIfNew);
            vanished.forEach(this::takeBack);
            outputs.sort(BY_TIME);
            return new Result<>(List.copyOf(told.values()), outputs, nextDueAtMs(facts));
        }

        private void tellIfNew(F fact) {
            Optional<Told<F>> known = Optional.ofNullable(told.get(fact.cause()));
            boolean isTold = known.filter(Told::stands)
                    .filter(before -> before.fact().equals(fact))
                    .isPresent();
            if (isTold) {
                return;
            }
            int revision = known.map(Told::revision).orElse(0) + 1;
            List<String> superseded =
                    Optional.ofNullable(gone.remove(fact.group())).orElse(List.of());
            boolean isFirst = known.isEmpty() && superseded.isEmpty();
            tell(fact, revision, isFirst ? FactOutput.State.STATED : FactOutput.State.CORRECTED, superseded);
            told.put(fact.cause(), new Told<>(fact, revision, true));
        }

        private void takeBack(Told<F> known) {
            boolean isSuperseded = !gone.containsKey(known.fact().group());
            int revision = isSuperseded ? known.revision() : known.revision() + 1;
            if (!isSuperseded) {
                tell(known.fact(), revision, FactOutput.State.RETRACTED, List.of());
            }
            told.put(known.fact().cause(), new Told<>(known.fact(), revision, false));
        }

        private void tell(F fact, int revision, FactOutput.State state, List<String> superseded) {
            outputs.add(output(fact, revision, state, superseded));
        }

        private long nextDueAtMs(List<F> facts) {
            return facts.stream()
                    .filter(fact -> !isTrueYet(fact))
                    .mapToLong(Fact::atMs)
                    .min()
                    .orElse(Long.MAX_VALUE);
        }
    }
}
