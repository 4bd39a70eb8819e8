package io.journeystreams.load.jmh;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.domain.engine.Decision;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.engine.Entry;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.engine.Relay;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.intake.IntakeDecision;
import io.journeystreams.intake.IntakeRules;
import io.journeystreams.intake.ProfileResolver;
import io.journeystreams.intake.ReportedEvent;
import io.journeystreams.state.Deadline;
import io.journeystreams.state.StoredProfile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The customers of a shop as a processor knows them that keeps up: intake and rules are its own, each event comes in when it
 * happens, and what is due fires before the next. Profiles stay objects; nothing is stored.
 */
final class ShopCustomers {

    private static final String TOPIC = "clickstream.events";

    private final EnginePolicy policy = EnginePolicy.defaults();
    private final IntakeRules intake = new IntakeRules(policy.clock(), new ProfileResolver());
    private final JourneyEngine engine = new JourneyEngine(policy);
    private final Map<ProfileKey, StoredProfile> profiles = new HashMap<>();
    private final PriorityQueue<Deadline> deadlines = new PriorityQueue<>(Comparator.comparingLong(Deadline::dueAtMs));
    private ClockReading clock = ClockReading.undefined();
    private long offset;

    /** Takes an event in; returns how things stood when it came. */
    Situation take(ClickstreamEvent event) {
        long nowMs = event.getOccurredAt().toEpochMilli();
        moveClock(nowMs);
        IntakeDecision.Accepted accepted = accept(event, nowMs);
        ProfileKey owner = accepted.owner().profile();
        Entry entry = Entry.Event.of(EventTypes.read(accepted.occurrence()));
        Situation before = new Situation(load(owner), event, accepted, entry, clock, nowMs);
        tell(new Relay(owner, entry), nowMs);
        tellDevice(accepted, nowMs);
        return before;
    }

    /** Where nothing waits to be fired, a clock reading has its last step only. */
    private void moveClock(long nowMs) {
        clock = ClockReading.at(nowMs - policy.clock().grace().toMillis(), nowMs);
        while (!deadlines.isEmpty() && clock.hasPassed(deadlines.element().dueAtMs())) {
            fire(deadlines.remove());
        }
    }

    private void fire(Deadline deadline) {
        StoredProfile stored = load(deadline.profile());
        if (stored.indexedAtMs() == deadline.dueAtMs()) {
            Decision decision = engine.onDeadline(stored.profile(), clock);
            save(stored, stored.afterDeadline(decision.state()));
        }
    }

    private IntakeDecision.Accepted accept(ClickstreamEvent event, long nowMs) {
        SourcePosition position = new SourcePosition(TOPIC, 0, offset++);
        IntakeDecision decision = intake.decide(ReportedEvent.of(event), nowMs, nowMs, position);
        if (decision instanceof IntakeDecision.Accepted accepted) {
            return accepted;
        }
        throw new IllegalStateException("the shop sends what intake refuses: " + decision);
    }

    private void tellDevice(IntakeDecision.Accepted accepted, long nowMs) {
        Occurrence occurrence = accepted.occurrence();
        Entry seen = new Entry.CustomerSeen(accepted.owner().profile(), occurrence.id(), occurrence.atMs());
        accepted.owner().device().ifPresent(device -> tell(new Relay(device, seen), nowMs));
    }

    private void tell(Relay told, long nowMs) {
        StoredProfile stored = load(told.to());
        Decision decision = engine.decide(stored.profile(), told.entry(), clock, nowMs);
        save(stored, stored.afterEvent(decision.state()));
        decision.relays().forEach(relay -> tell(relay, nowMs));
    }

    private StoredProfile load(ProfileKey key) {
        return profiles.computeIfAbsent(key, StoredProfile::empty);
    }

    private void save(StoredProfile before, StoredProfile after) {
        profiles.put(after.profile().key(), after);
        if (after.indexedAtMs() != before.indexedAtMs()) {
            deadlines.add(new Deadline(after.indexedAtMs(), after.profile().key()));
        }
    }
}
