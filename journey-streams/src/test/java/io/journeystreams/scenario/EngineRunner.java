package io.journeystreams.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ChurnRiskEvent;
import io.journeystreams.contracts.ChurnSettlementEvent;
import io.journeystreams.contracts.FrictionEvent;
import io.journeystreams.contracts.MomentEvent;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.StageTransitionEvent;
import io.journeystreams.domain.engine.CourseOutputs;
import io.journeystreams.domain.engine.Decision;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.engine.Entry;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.engine.Relay;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.domain.explain.ProfileTeller;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.time.JournalClock;
import io.journeystreams.intake.IntakeDecision;
import io.journeystreams.intake.IntakeRules;
import io.journeystreams.intake.ProfileResolver;
import io.journeystreams.output.AbandonmentRecords;
import io.journeystreams.output.ChurnRecords;
import io.journeystreams.output.FactRecords;
import io.journeystreams.output.ProfileRecords;
import io.journeystreams.output.Publisher;
import io.journeystreams.output.SessionRecords;
import io.journeystreams.query.DecisionsJson;
import io.journeystreams.query.ProfileLookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs scenarios against the engine alone. */
public final class EngineRunner {

    private static final int SOURCES = 2;

    private final EnginePolicy policy;
    private final JourneyEngine engine;
    private final IntakeRules intake;
    private final SessionRecords sessionRecords;
    private final AbandonmentRecords abandonmentRecords;
    private final ProfileRecords profileRecords;
    private final FactRecords factRecords;
    private final ChurnRecords churnRecords;
    private final Scenario scenario;
    private final Timeline timeline;
    private final ScenarioEvents events;
    private final Map<ProfileKey, ProfileState> states = new LinkedHashMap<>();

    private final List<AbandonmentEvent> abandonment = new ArrayList<>();
    private final List<AbandonmentEvent> actions = new ArrayList<>();
    private final List<SessionEvent> sessions = new ArrayList<>();
    private final List<ProfileEvent> profiles = new ArrayList<>();
    private final List<StageTransitionEvent> transitions = new ArrayList<>();
    private final List<MomentEvent> moments = new ArrayList<>();
    private final List<FrictionEvent> friction = new ArrayList<>();
    private final List<ChurnRiskEvent> churn = new ArrayList<>();
    private final List<ChurnSettlementEvent> settlements = new ArrayList<>();

    private final List<Decision> decisions = new ArrayList<>();

    private JournalClock clock = JournalClock.STOPPED;
    private boolean caughtUp = true;
    private long wallMs = Long.MIN_VALUE;

    public EngineRunner(Scenario scenario, Timeline timeline) {
        this.policy = ScenarioPolicy.of(scenario);
        this.engine = new JourneyEngine(policy);
        this.intake = new IntakeRules(policy.clock(), new ProfileResolver());
        Publisher publisher = new Publisher(policy.tenant(), policy.version());
        this.sessionRecords = new SessionRecords(publisher);
        this.abandonmentRecords = new AbandonmentRecords(publisher);
        this.profileRecords = new ProfileRecords(publisher);
        this.factRecords = new FactRecords(publisher);
        this.churnRecords = new ChurnRecords(publisher);
        this.scenario = scenario;
        this.timeline = timeline;
        this.events = new ScenarioEvents(timeline);
    }

    public Answers run() {
        for (Scenario.Step step : scenario.steps()) {
            if (step instanceof Scenario.Step.Event event) {
                arrive(event);
            } else if (step instanceof Scenario.Step.Clock move) {
                long toMs = timeline.atMs(move.to());
                wallMs = Math.max(wallMs, toMs + policy.clock().grace().toMillis());
                move.sources().forEach(source -> hear(source, toMs, wallMs));
            } else if (step instanceof Scenario.Step.Backlog backlog) {
                caughtUp = !backlog.isRead();
            }
        }
        return new Answers(
                abandonment,
                actions,
                sessions,
                profiles,
                transitions,
                moments,
                friction,
                churn,
                settlements,
                explanations());
    }

    private Map<String, ObjectNode> explanations() {
        Explanations explanations = new Explanations(scenario, policy);
        return explanations.of(key -> Optional.ofNullable(states.get(key)), key -> clock);
    }

    /** All that were spoken of, in their order. */
    public List<ProfileKey> profiles() {
        return List.copyOf(states.keySet());
    }

    /** Why, as it is told after {@link #run}. */
    ObjectNode explanationOf(ProfileKey profile) {
        ProfileState state = states.getOrDefault(profile, ProfileState.empty(profile));
        return DecisionsJson.of(new ProfileTeller(policy).explain(state, clock), policy.version());
    }

    /** As a query finds it after {@link #run}. */
    public ProfileLookup lookUp(ProfileKey profile) {
        return states.containsKey(profile)
                ? new ProfileLookup.Found(states.get(profile), clock)
                : new ProfileLookup.Unknown();
    }

    /** All that was decided, in order. */
    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    public EnginePolicy policy() {
        return policy;
    }

    private void arrive(Scenario.Step.Event event) {
        long arrivesMs = events.arrivesMs(event);
        wallMs = Math.max(wallMs, arrivesMs);
        SourcePosition position = new SourcePosition("scenario", 0, 0);
        IntakeDecision.Accepted accepted =
                (IntakeDecision.Accepted) intake.decide(events.reported(event), arrivesMs, arrivesMs, position);
        ProfileKey profile = accepted.owner().profile();
        Occurrence occurrence = accepted.occurrence();
        tell(new Relay(profile, Entry.Event.of(EventTypes.read(occurrence))), arrivesMs);
        accepted.owner()
                .device()
                .map(device -> new Relay(device, new Entry.CustomerSeen(profile, occurrence.id(), occurrence.atMs())))
                .ifPresent(seen -> tell(seen, arrivesMs));
        hear(
                accepted.occurrence().source().name(),
                accepted.clockTimeMs() - policy.clock().grace().toMillis(),
                arrivesMs);
    }

    private void tell(Relay told, long intakeAtMs) {
        ProfileState state = states.getOrDefault(told.to(), ProfileState.empty(told.to()));
        Decision decision = engine.decide(state, told.entry(), clock.reading(), intakeAtMs);
        take(decision);
        decision.relays().forEach(relay -> tell(relay, intakeAtMs));
    }

    private void hear(String source, long watermarkMs, long intakeAtMs) {
        clock = clock.hear(source.toLowerCase(Locale.ROOT), SOURCES, watermarkMs, caughtUp, intakeAtMs);
        for (ProfileState state : List.copyOf(states.values())) {
            take(engine.onDeadline(state, clock.reading()));
        }
    }

    private void take(Decision decision) {
        decisions.add(decision);
        states.put(decision.state().key(), decision.state());
        decision.outputs().sessions().forEach(output -> sessions.add(sessionRecords.of(output)));
        decision.outputs().profiles().forEach(output -> profiles.add(profileRecords.of(output)));
        CourseOutputs facts = decision.outputs().course();
        facts.transitions().forEach(output -> transitions.add(factRecords.transition(output)));
        facts.moments().forEach(output -> moments.add(factRecords.moment(output)));
        facts.frictions().forEach(output -> friction.add(factRecords.friction(output)));
        facts.churn().forEach(output -> churn.add(churnRecords.risk(output)));
        facts.settlements().forEach(output -> settlements.add(churnRecords.settlement(output)));
        decision.outputs().alerts().forEach(output -> {
            AbandonmentEvent record = abandonmentRecords.of(output);
            abandonment.add(record);
            if (output.toActions()) {
                actions.add(record);
            }
        });
    }
}
