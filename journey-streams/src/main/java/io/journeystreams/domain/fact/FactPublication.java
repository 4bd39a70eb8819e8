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
        return isTold(before, facts)
                ? new Result<>(before, List.of(), Long.MAX_VALUE)
                : new Comparison<F>(before).with(facts);
    }

    /** As it mostly is: readers know these facts, and no others. */
    private <F extends Fact> boolean isTold(List<Told<F>> before, List<F> facts) {
        boolean is = before.size() == facts.size();
        for (int i = 0; is && i < facts.size(); i++) {
            Told<F> known = before.get(i);
            is = known.stands() && isSame(known.fact(), facts.get(i)) && isTrueYet(known.fact());
        }
        return is;
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
            outputs.sort(Comparator.comparingLong(output -> output.fact().atMs()));
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
            outputs.add(new FactOutput<>(profile, fact.id(tenant), revision, state, superseded, fact, emittedAtMs));
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
