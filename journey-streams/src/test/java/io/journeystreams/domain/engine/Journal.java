package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileOutput;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.session.SessionOutput;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.domain.time.JournalClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One profile's journal being read by the engine, with what was published on the way. */
final class Journal {

    private static final String SOURCE = "history";

    private final JourneyEngine engine;
    private final boolean sweepsAtOnce;

    final List<JourneyEvent> known = new ArrayList<>();
    final List<SessionOutput> sessions = new ArrayList<>();
    final List<AlertOutput> alerts = new ArrayList<>();
    final List<ProfileOutput> pictures = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    final List<CourseOutputs> facts = new ArrayList<>();
    final CountedMap map = new CountedMap(1);

    ProfileState state;
    JournalClock clock = JournalClock.STOPPED;
    Tally tally = Tally.ZERO;

    /** @param sweepsAtOnce deadlines are swept with every move of the clock; else only when asked for */
    Journal(EnginePolicy policy, ProfileKey profile, boolean sweepsAtOnce) {
        this.engine = new JourneyEngine(policy);
        this.state = ProfileState.empty(profile);
        this.sweepsAtOnce = sweepsAtOnce;
    }

    /** With the settings and the profile of a random history. */
    static Journal of(long seed, boolean sweepsAtOnce) {
        return new Journal(RandomShop.policy(seed), RandomShop.profile(seed), sweepsAtOnce);
    }

    Decision read(JourneyEvent event, long intakeAtMs) {
        known.add(event);
        Decision decision = ask(before -> engine.decide(before, Entry.Event.of(event), clock.reading(), intakeAtMs));
        outcomes.add(decision.outcome());
        return take(decision);
    }

    void hear(long watermarkMs, long intakeAtMs) {
        hear(watermarkMs, true, intakeAtMs);
    }

    void hear(long watermarkMs, boolean caughtUp, long intakeAtMs) {
        clock = clock.hear(SOURCE, 1, watermarkMs, caughtUp, intakeAtMs);
        if (sweepsAtOnce) {
            sweep();
        }
    }

    Decision sweep() {
        return take(ask(before -> engine.onDeadline(before, clock.reading())));
    }

    /** As if the profile had become too large to be stored. */
    Decision reduce(long intakeAtMs) {
        return take(engine.reduce(Decision.nothing(state, Outcome.APPLIED), clock.reading(), intakeAtMs));
    }

    ClockReading reading() {
        return clock.reading();
    }

    /** Later reports of an order buy nothing more (rule T8). */
    boolean isFirstReport(JourneyEvent order) {
        return known.stream()
                .filter(JourneyRules::isPurchase)
                .filter(event -> !event.occurrence().test())
                .filter(event -> event.occurrence().orderId().isPresent())
                .filter(event ->
                        event.occurrence().orderId().equals(order.occurrence().orderId()))
                .allMatch(event -> JourneyEvent.ORDER.compare(order, event) <= 0);
    }

    /** From the first event to the clock, milliseconds. */
    long spanMs() {
        long firstMs = known.stream().mapToLong(JourneyEvent::atMs).min().orElse(0);
        return Math.max(0, clock.reading().timeMs() - firstMs);
    }

    /** Told from where it was told to, and told from the beginning: it makes no difference. */
    private Decision ask(Function<ProfileState, Decision> engine) {
        Decision decision = engine.apply(state);
        assertThat(decision).isEqualTo(engine.apply(untold(state)));
        return decision;
    }

    private static ProfileState untold(ProfileState state) {
        return new ProfileState(
                state.key(),
                state.identity(),
                state.settled(),
                state.settledUntilMs(),
                state.recent(),
                state.sessions(),
                state.alerts(),
                state.facts(),
                state.tally(),
                state.nextDueAtMs());
    }

    private Decision take(Decision decision) {
        state = decision.state();
        tally = tally.plus(decision.change());
        sessions.addAll(decision.outputs().sessions());
        pictures.addAll(decision.outputs().profiles());
        alerts.addAll(decision.outputs().alerts());
        facts.add(decision.outputs().course());
        map.count(decision);
        return decision;
    }
}
