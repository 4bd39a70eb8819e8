package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.session.SessionOutput;
import io.journeystreams.domain.time.ClockReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Several profiles, each reading a journal partition of its own. What one tells another is appended there and read whenever its
 * turn comes, so that it arrives after any delay, between any other entries; sometimes an entry is read twice.
 */
final class Household {

    private final JourneyEngine engine;
    private final Random random;
    private final Map<ProfileKey, ProfileState> states = new LinkedHashMap<>();
    private final Map<ProfileKey, List<Relay>> unread = new LinkedHashMap<>();

    final List<SessionOutput> sessions = new ArrayList<>();
    final List<AlertOutput> alerts = new ArrayList<>();
    final List<CourseOutputs> facts = new ArrayList<>();
    final CountedMap map = new CountedMap(4);
    final Map<Outcome, Integer> outcomes = new LinkedHashMap<>();
    Tally tally = Tally.ZERO;

    Household(EnginePolicy policy, Random random) {
        this.engine = new JourneyEngine(policy);
        this.random = random;
    }

    void append(ProfileKey profile, JourneyEvent event) {
        append(new Relay(profile, Entry.Event.of(event)));
    }

    void append(Relay relay) {
        unread.computeIfAbsent(relay.to(), unused -> new ArrayList<>()).add(relay);
    }

    /** Some profile reads its next entry. */
    boolean readOne(ClockReading clock, long intakeAtMs) {
        List<List<Relay>> waiting =
                unread.values().stream().filter(journal -> !journal.isEmpty()).toList();
        if (waiting.isEmpty()) {
            return false;
        }
        List<Relay> journal = waiting.get(random.nextInt(waiting.size()));
        Relay next = random.nextInt(20) == 0 ? journal.get(0) : journal.remove(0);
        take(engine.decide(stateOf(next.to()), next.entry(), clock, intakeAtMs));
        return true;
    }

    void readAll(ClockReading clock, long intakeAtMs) {
        boolean isMore = true;
        while (isMore) {
            isMore = readOne(clock, intakeAtMs);
        }
    }

    void sweep(ClockReading clock) {
        List.copyOf(states.values()).forEach(state -> take(engine.onDeadline(state, clock)));
    }

    ProfileState stateOf(ProfileKey key) {
        return states.getOrDefault(key, ProfileState.empty(key));
    }

    List<ProfileState> profiles() {
        return List.copyOf(states.values());
    }

    private void take(Decision decision) {
        states.put(decision.state().key(), decision.state());
        decision.relays().forEach(this::append);
        tally = tally.plus(decision.change());
        sessions.addAll(decision.outputs().sessions());
        alerts.addAll(decision.outputs().alerts());
        facts.add(decision.outputs().course());
        map.count(decision);
        outcomes.merge(decision.outcome(), 1, Integer::sum);
    }
}
