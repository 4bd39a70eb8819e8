package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.PublishedAlert;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.explain.Explanation;
import io.journeystreams.domain.explain.ProfileDecision;
import io.journeystreams.domain.explain.ProfileTeller;
import io.journeystreams.domain.explain.Publication;
import io.journeystreams.domain.explain.ShutGate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Rule O5 over random histories: what is told agrees with what was published, whatever the order of arrival. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class RandomExplanationTest {

    private static final long FIRST = Long.getLong("seed", 1);
    private static final long LAST = Long.getLong("seed", Long.getLong("histories", 200));
    private static final long GRACE_MS = EnginePolicy.defaults().clock().grace().toMillis();
    private static final long AFTERWARDS_MS = 60 * 3_600_000L;

    @Test
    void liveEveryGateThatIsToldIsTheOneThatWasShut() {
        for (long seed = FIRST; seed <= LAST; seed++) {
            checkLive(seed);
        }
    }

    /** Two alerts of one day, of which the one that was told too late is derived as if it had been in time. */
    @Test
    void whatWasActedOnWasSoAtFirstIfItsSecondTellingIsKnownToHaveBeenShut() {
        checkLive(1358);
    }

    private static void checkLive(long seed) {
        List<JourneyEvent> events = new RandomHistory(seed).events();
        Journal journal = Journal.of(seed, true);
        for (JourneyEvent event : events) {
            journal.hear(event.atMs() - GRACE_MS, event.atMs());
            journal.read(event, event.atMs());
            check(journal, seed, true);
        }
        check(finish(journal, events), seed, true);
    }

    /** What was known then is not known any more, so only what is remembered has to agree. */
    @Test
    void inAnyOrderOfArrivalWhatIsRememberedIsToldAsItWasPublished() {
        for (long seed = FIRST; seed <= LAST; seed++) {
            List<JourneyEvent> events = new RandomHistory(seed).events();
            List<JourneyEvent> arrivals = new ArrayList<>(events);
            Random random = new Random(seed);
            Collections.shuffle(arrivals, random);
            Journal journal = Journal.of(seed, true);
            for (JourneyEvent event : arrivals) {
                journal.read(event, event.atMs());
                journal.hear(event.atMs() - GRACE_MS + random.nextInt(100) * 60_000L, event.atMs());
                check(journal, seed, false);
            }
            check(finish(journal, events), seed, false);
        }
    }

    private static void check(Journal journal, long seed, boolean isLive) {
        Explanation told = new ProfileTeller(RandomShop.policy(seed)).explain(journal.state, journal.clock);
        String history = "rerun with -Dseed=" + seed;
        assertThat(told.waiting()).as(history).hasSize((int)
                journal.state.tally().open());
        for (PublishedAlert known : journal.state.alerts().alerts()) {
            assertThat(told.decisions())
                    .as("%s: %s revision %d", history, known.id(), known.revision())
                    .anyMatch(decision -> isAbout(decision, known.id()) && revisionOf(decision) == known.revision());
        }
        for (ProfileDecision decision : told.decisions()) {
            publishedIn(decision)
                    .filter(published -> decision.subject().isPresent())
                    .filter(published -> published.revision().isPresent())
                    .filter(published -> isLive || !published.isDerived())
                    .ifPresent(published -> assertThat(gateOf(published))
                            .as("%s: %s", history, decision)
                            .isIn(gatesOf(journal, decision, published)));
        }
    }

    private static boolean isAbout(ProfileDecision decision, AlertId id) {
        return decision.alert().equals(Optional.of(id));
    }

    private static int revisionOf(ProfileDecision decision) {
        return publishedIn(decision)
                .map(Publication.Published::revision)
                .orElseGet(decision::revision)
                .orElse(0);
    }

    private static Optional<Publication.Published> publishedIn(ProfileDecision decision) {
        return decision.publication()
                .filter(Publication.Published.class::isInstance)
                .map(Publication.Published.class::cast);
    }

    private static String gateOf(Publication.Published published) {
        return published.actionable()
                ? Reason.NONE.name()
                : published.gate().map(ShutGate::name).orElse("UNKNOWN");
    }

    /**
     * What may be told of that revision. Where it is derived it may be left open, and of one that came too late, what stood in
     * the way besides may be told; that it could be acted on only of one whose later revisions could.
     */
    private static List<String> gatesOf(Journal journal, ProfileDecision decision, Publication.Published published) {
        Reason reason = journal.alerts.stream()
                .filter(output -> isAbout(decision, output.alert().id())
                        && output.revision() == published.revision().getAsInt())
                .map(AlertOutput::reason)
                .findFirst()
                .orElseThrow();
        boolean isTooLate = reason == Reason.STALE || reason == Reason.ALREADY_RESOLVED;
        if (published.isDerived() && !isTooLate && reason != Reason.NONE) {
            return List.of(reason.name(), "UNKNOWN");
        }
        return isTooLate && published.isDerived()
                ? List.of(
                        "UNKNOWN",
                        "CONSENT",
                        "UNREACHABLE",
                        "OUT_OF_STOCK",
                        "CONTROL",
                        "CAPPED",
                        "MIN_VALUE",
                        "SUPERSEDED",
                        "NONE")
                : List.of(reason.name());
    }

    private static Journal finish(Journal journal, List<JourneyEvent> events) {
        long endMs = events.get(events.size() - 1).atMs() + AFTERWARDS_MS;
        journal.hear(endMs, endMs + GRACE_MS);
        return journal;
    }
}
