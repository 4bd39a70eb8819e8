package io.journeystreams.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ChurnRiskEvent;
import io.journeystreams.contracts.ChurnSettlementEvent;
import io.journeystreams.contracts.Evidence;
import io.journeystreams.contracts.FrictionEvent;
import io.journeystreams.contracts.MomentEvent;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.SourcePosition;
import io.journeystreams.contracts.StageTransitionEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What was published in a scenario, each list in the order of publication.
 *
 * @param explanations why, for those profiles that the scenario asks about (rule O5)
 */
public record Answers(
        List<AbandonmentEvent> abandonment,
        List<AbandonmentEvent> actions,
        List<SessionEvent> sessions,
        List<ProfileEvent> profiles,
        List<StageTransitionEvent> transitions,
        List<MomentEvent> moments,
        List<FrictionEvent> friction,
        List<ChurnRiskEvent> churn,
        List<ChurnSettlementEvent> settlements,
        Map<String, ObjectNode> explanations) {

    private static final SourcePosition SOMEWHERE = new SourcePosition("", 0, 0L);

    public Answers {
        abandonment = List.copyOf(abandonment);
        actions = List.copyOf(actions);
        sessions = List.copyOf(sessions);
        profiles = List.copyOf(profiles);
        transitions = List.copyOf(transitions);
        moments = List.copyOf(moments);
        friction = List.copyOf(friction);
        churn = List.copyOf(churn);
        settlements = List.copyOf(settlements);
        explanations = Map.copyOf(explanations);
    }

    Answers explaining(Map<String, ObjectNode> profiles) {
        return new Answers(
                abandonment,
                actions,
                sessions,
                this.profiles,
                transitions,
                moments,
                friction,
                churn,
                settlements,
                profiles);
    }

    /**
     * The same answers with the profiles taken in turns as in others. Of one profile the order stays; between profiles there
     * is none where a topic has several partitions.
     */
    public Answers takingTurnsAsIn(Answers others) {
        return new Answers(
                turns(abandonment, others.abandonment, AbandonmentEvent::getProfile),
                turns(actions, others.actions, AbandonmentEvent::getProfile),
                turns(sessions, others.sessions, SessionEvent::getProfile),
                turns(profiles, others.profiles, ProfileEvent::getProfile),
                turns(transitions, others.transitions, StageTransitionEvent::getProfile),
                turns(moments, others.moments, MomentEvent::getProfile),
                turns(friction, others.friction, FrictionEvent::getProfile),
                turns(churn, others.churn, ChurnRiskEvent::getProfile),
                turns(settlements, others.settlements, ChurnSettlementEvent::getProfile),
                explanations);
    }

    /**
     * All that the records say, by topic, without what differs from run to run: when a record was published, and where its
     * inputs stand. As text, since Avro cannot compare lists with decimals in them.
     */
    public Map<String, List<String>> facts() {
        return Map.of(
                "abandonment", texts(abandonment, Answers::plain),
                "actions", texts(actions, Answers::plain),
                "sessions", texts(sessions, Answers::plain),
                "profiles", texts(profiles, Answers::plain),
                "transitions",
                        texts(transitions, record -> StageTransitionEvent.newBuilder(record)
                                .setEmittedAt(Instant.EPOCH)
                                .build()),
                "moments",
                        texts(moments, record -> MomentEvent.newBuilder(record)
                                .setEmittedAt(Instant.EPOCH)
                                .build()),
                "friction",
                        texts(friction, record -> FrictionEvent.newBuilder(record)
                                .setEmittedAt(Instant.EPOCH)
                                .build()),
                "churn",
                        texts(churn, record -> ChurnRiskEvent.newBuilder(record)
                                .setEmittedAt(Instant.EPOCH)
                                .build()),
                "churnSettlements",
                        texts(settlements, record -> ChurnSettlementEvent.newBuilder(record)
                                .setEmittedAt(Instant.EPOCH)
                                .build()));
    }

    private static AbandonmentEvent plain(AbandonmentEvent alert) {
        List<Evidence> evidence = alert.getEvidence().stream()
                .map(known -> new Evidence(known.getEventId(), SOMEWHERE))
                .toList();
        return AbandonmentEvent.newBuilder(alert)
                .setEmittedAt(Instant.EPOCH)
                .setEvidence(evidence)
                .build();
    }

    private static SessionEvent plain(SessionEvent session) {
        return SessionEvent.newBuilder(session).setEmittedAt(Instant.EPOCH).build();
    }

    private static ProfileEvent plain(ProfileEvent profile) {
        return ProfileEvent.newBuilder(profile)
                .setUpdatedAt(Instant.EPOCH)
                .setTouchpoints(new TreeMap<>(profile.getTouchpoints()))
                .build();
    }

    private static <T> List<String> texts(List<T> records, UnaryOperator<T> plain) {
        return records.stream().map(plain).map(String::valueOf).toList();
    }

    private static <T> List<T> turns(List<T> records, List<T> others, Function<T, String> profileOf) {
        Map<String, Deque<T>> waiting = new LinkedHashMap<>();
        records.forEach(record -> waiting.computeIfAbsent(profileOf.apply(record), profile -> new ArrayDeque<>())
                .add(record));
        List<T> turns = new ArrayList<>();
        for (T other : others) {
            Deque<T> next = waiting.getOrDefault(profileOf.apply(other), new ArrayDeque<>());
            if (!next.isEmpty()) {
                turns.add(next.remove());
            }
        }
        waiting.values().forEach(turns::addAll);
        return turns;
    }
}
