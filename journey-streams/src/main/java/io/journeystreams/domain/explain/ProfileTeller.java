package io.journeystreams.domain.explain;

import io.journeystreams.domain.abandonment.Arming;
import io.journeystreams.domain.abandonment.Deadlines;
import io.journeystreams.domain.abandonment.Subject;
import io.journeystreams.domain.churn.Churn;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ToldAlert;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.engine.Witness;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.domain.time.JournalClock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells why (rule O5). No log is kept: the journey is told again from what is stored, by the rules that decided, and what
 * changes from step to step are the decisions. So a late event changes the story as it changes what counts, and what was
 * told to readers comes from what is remembered of that. Safe for several threads.
 */
public final class ProfileTeller {

    private final EnginePolicy policy;
    private final JourneyEngine engine;

    public ProfileTeller(EnginePolicy policy) {
        this.policy = policy;
        this.engine = new JourneyEngine(policy);
    }

    /** @param clock of the profile's journal partition */
    public Explanation explain(ProfileState state, JournalClock clock) {
        return explain(state, clock, Explanation.MOST_DECISIONS);
    }

    /** @param most decisions to tell, the latest */
    public Explanation explain(ProfileState state, JournalClock clock, int most) {
        ClockReading reading = clock.reading();
        Journey known = engine.retell(state, reading, Witness.NOBODY);
        Story story = new Story();
        Publications publications = new Publications(
                state.key(), state.alerts(), policy, known.abandonment().alerts());
        AlertTeller alerts = new AlertTeller(state.recent(), story, publications);
        Churn churn = churn(state, known);
        ChurnTeller leaving = new ChurnTeller(
                state.key(),
                policy.tenant(),
                state.recent(),
                story,
                new ChurnPublications(policy, reading, state.facts().churn(), churn));
        Retelling retelling = new Retelling(policy, state.recent(), story, alerts, leaving);
        retelling.begin(state.settled());
        engine.retell(state, reading, retelling);
        state.alerts().alerts().forEach(told -> alerts.rest(told, known));
        state.facts().churn().forEach(told -> leaving.rest(told, churn));
        List<ProfileDecision> last = story.last(most);
        return new Explanation(
                state.key(),
                Whereabouts.of(state.identity()),
                ClockStanding.of(clock),
                last,
                story.size() - last.size(),
                waiting(known, state.recent()),
                ChurnStanding.of(
                        state.key(), policy.tenant(), churn, policy.course().churn(), reading.timeMs()));
    }

    /** Where the profile stands, without how it came to that. */
    public ProfilePicture picture(ProfileState state, JournalClock clock) {
        ClockReading reading = clock.reading();
        Journey known = engine.retell(state, reading, Witness.NOBODY);
        return new ProfilePicture(
                state,
                Whereabouts.of(state.identity()),
                ClockStanding.of(clock),
                known,
                waiting(known, state.recent()),
                ChurnStanding.of(
                        state.key(),
                        policy.tenant(),
                        churn(state, known),
                        policy.course().churn(),
                        reading.timeMs()));
    }

    /** With what readers were told by other parameters, if these have not been adopted yet. */
    private static Churn churn(ProfileState state, Journey known) {
        List<ChurnAlert> standing = state.facts().churn().stream()
                .filter(ToldAlert::isOpen)
                .map(ToldAlert::alert)
                .toList();
        return known.course().churn().remembering(standing);
    }

    private List<Waiting> waiting(Journey journey, List<JourneyEvent> kept) {
        return journey.abandonment().subjects().stream()
                .flatMap(subject -> waiting(journey, subject, kept))
                .sorted(Comparator.comparingLong(Waiting::deadlineMs))
                .toList();
    }

    private Stream<Waiting> waiting(Journey journey, Subject subject, List<JourneyEvent> kept) {
        return Deadlines.waitOf(journey.abandonment(), subject, journey.lastActivityAtMs(), policy.abandonment())
                .map(wait -> new Waiting(
                        subject.key(),
                        wait.untilMs(),
                        ((Arming.Armed) subject.arming())
                                .evidence().stream().findFirst().map(evidence -> Cause.of(evidence, kept)),
                        RuleNumbers.of(wait.putOff())))
                .stream();
    }
}
