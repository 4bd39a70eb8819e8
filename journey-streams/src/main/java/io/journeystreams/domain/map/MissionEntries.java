package io.journeystreams.domain.map;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.fact.Told;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.Transition;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Channels by which missions began, where a move is known that names it. The first touch of a mission often names none (rule G8);
 * its moves count in one slice all the same, or more would flow out of a stage there than had flowed in.
 */
final class MissionEntries {

    private final Map<EventId, MissionMark> entered = new HashMap<>();

    private MissionEntries() {}

    static MissionEntries of(List<Told<Transition>> told) {
        MissionEntries entries = new MissionEntries();
        for (Told<Transition> known : told) {
            if (known.stands()) {
                entries.see(known.fact());
            }
        }
        return entries;
    }

    /** Any of the moves names a mission, and so maybe the channel that others of its moves lack. */
    static boolean dependOn(List<Told<Transition>> told) {
        for (Told<Transition> known : told) {
            if (known.fact().layer() == Layer.MISSION) {
                return true;
            }
        }
        return false;
    }

    private void see(Transition move) {
        ofMission(move)
                .filter(mark -> mark.entryChannel().isPresent())
                .ifPresent(mark -> entered.put(mark.startedBy(), mark));
    }

    /** The move, with the channel that is known of its mission. */
    Transition complete(Transition move) {
        return ofMission(move)
                .filter(mark -> mark.entryChannel().isEmpty())
                .map(mark -> entered.get(mark.startedBy()))
                .map(move::in)
                .orElse(move);
    }

    private static Optional<MissionMark> ofMission(Transition move) {
        return move.layer() == Layer.MISSION ? move.mission() : Optional.empty();
    }
}
