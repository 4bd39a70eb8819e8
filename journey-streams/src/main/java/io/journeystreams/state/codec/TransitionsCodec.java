package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredDirection;
import io.journeystreams.contracts.StoredLayer;
import io.journeystreams.contracts.StoredTransition;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Direction;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.Transition;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Transitions in the order of time: each says how long after the one before it happened, and what it does not share with its mission. */
final class TransitionsCodec {

    private static final int CONFORMANT = 0;
    private static final int GOAL_REACHED = 1;
    private static final int BUYER_JOURNEY = 2;
    private static final int TIMED = 3;
    private static final int ENTRY_OF_MISSION = 4;
    private static final int SINCE_BEFORE = 5;

    private TransitionsCodec() {}

    static List<StoredTransition> store(List<Transition> transitions, MissionTable missions) {
        List<StoredTransition> stored = new ArrayList<>(transitions.size());
        Before before = new Before();
        for (Transition transition : transitions) {
            stored.add(store(transition, before, missions));
            before.passed(transition);
        }
        return stored;
    }

    static List<Transition> read(List<StoredTransition> stored, Missions missions) {
        List<Transition> transitions = new ArrayList<>(stored.size());
        Before before = new Before();
        for (StoredTransition one : stored) {
            Transition transition = read(one, before, missions);
            transitions.add(transition);
            before.passed(transition);
        }
        return transitions;
    }

    /** When the transitions before it in the list happened. */
    private static final class Before {

        private final Map<Layer, Long> byLayerMs = new EnumMap<>(Layer.class);
        private long atMs;

        private void passed(Transition transition) {
            atMs = transition.atMs();
            byLayerMs.put(transition.layer(), atMs);
        }

        /** From the one of the same layer on; empty if there is none. */
        private OptionalLong timeSpentMs(Layer layer, long untilMs) {
            Long sinceMs = byLayerMs.get(layer);
            return sinceMs == null ? OptionalLong.empty() : OptionalLong.of(untilMs - sinceMs);
        }
    }

    private static StoredTransition store(Transition transition, Before before, MissionTable missions) {
        TextTable texts = missions.texts();
        Optional<Channel> entryChannel = transition.mission().flatMap(MissionMark::entryChannel);
        Optional<String> entryDevice = transition.mission().flatMap(MissionMark::entryDevice);
        boolean isOfMission =
                transition.channel().equals(entryChannel) && transition.device().equals(entryDevice);
        boolean isSinceBefore =
                transition.timeSpentMs().equals(before.timeSpentMs(transition.layer(), transition.atMs()));
        return new StoredTransition(
                Codes.store(StoredLayer.class, transition.layer()),
                texts.place(transition.from()),
                texts.place(transition.to()),
                Codes.store(StoredDirection.class, transition.direction()),
                transition.atMs() - before.atMs,
                texts.place(transition.rule()),
                store(transition.evidence(), texts),
                isSinceBefore ? null : FactCodec.store(transition.timeSpentMs()),
                transition.visit(),
                missions.place(transition.mission()),
                isOfMission ? null : StagesCodec.store(transition.channel()),
                isOfMission ? null : texts.place(transition.device()),
                LineCodec.storeMoney(transition.value(), texts),
                flags(
                        transition.conformant(),
                        transition.goalReached(),
                        transition.buyerJourney(),
                        transition.isTimed(),
                        isOfMission,
                        isSinceBefore),
                texts.place(transition.reason()));
    }

    private static List<Integer> store(List<EventId> evidence, TextTable texts) {
        List<Integer> stored = new ArrayList<>(evidence.size());
        for (EventId id : evidence) {
            stored.add(texts.place(id.value()));
        }
        return stored;
    }

    private static Transition read(StoredTransition stored, Before before, Missions missions) {
        Texts texts = missions.texts();
        Optional<MissionMark> mission = missions.find(stored.getMission());
        Layer layer = Codes.read(Layer.class, stored.getLayer());
        long atMs = before.atMs + stored.getAfterMs();
        return new Transition(
                layer,
                texts.find(stored.getFrom()),
                texts.at(stored.getTo()),
                Codes.read(Direction.class, stored.getDirection()),
                atMs,
                texts.at(stored.getRule()),
                stored.getEvidence().stream()
                        .map(place -> new EventId(texts.at(place)))
                        .toList(),
                isSet(stored, SINCE_BEFORE) ? before.timeSpentMs(layer, atMs) : FactCodec.read(stored.getTimeSpentMs()),
                stored.getVisit(),
                mission,
                isSet(stored, ENTRY_OF_MISSION)
                        ? mission.flatMap(MissionMark::entryChannel)
                        : StagesCodec.read(stored.getChannel()),
                isSet(stored, ENTRY_OF_MISSION)
                        ? mission.flatMap(MissionMark::entryDevice)
                        : texts.find(stored.getDevice()),
                LineCodec.readMoney(stored.getValue(), texts),
                isSet(stored, CONFORMANT),
                isSet(stored, GOAL_REACHED),
                isSet(stored, BUYER_JOURNEY),
                texts.find(stored.getReason()),
                isSet(stored, TIMED));
    }

    /** The first is the lowest bit. */
    private static int flags(boolean... claims) {
        int flags = 0;
        for (int i = 0; i < claims.length; i++) {
            flags |= claims[i] ? 1 << i : 0;
        }
        return flags;
    }

    private static boolean isSet(StoredTransition stored, int bit) {
        return (stored.getFlags() & (1 << bit)) != 0;
    }
}
