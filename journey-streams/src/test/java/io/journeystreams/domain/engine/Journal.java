package io.journeystreams.domain.engine;

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
        Decision decision = engine.decide(state, Entry.Event.of(event), clock.reading(), intakeAtMs);
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
        return take(engine.onDeadline(state, clock.reading()));
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

    private Decision take(Decision decision) {
        state = decision.state();
        tally = tally.plus(decision.change());
        sessions.addAll(decision.outputs().sessions());
        pictures.addAll(decision.outputs().profiles());
        alerts.addAll(decision.outputs().alerts());
        facts.add(decision.outputs().course());
        return decision;
    }
}
