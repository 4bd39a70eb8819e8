package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredMissionMark;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives every mission that facts refer to its place, in the order of first use, while a profile is encoded. */
final class MissionTable {

    private final TextTable texts;
    private final Map<MissionMark, Integer> places = new HashMap<>();
    private final List<StoredMissionMark> missions = new ArrayList<>();

    MissionTable(TextTable texts) {
        this.texts = texts;
    }

    TextTable texts() {
        return texts;
    }

    int place(MissionMark mark) {
        Integer known = places.putIfAbsent(mark, missions.size());
        if (known != null) {
            return known;
        }
        missions.add(StagesCodec.store(mark, texts));
        return missions.size() - 1;
    }

    @Nullable
    Integer place(Optional<MissionMark> mark) {
        return mark.isPresent() ? place(mark.get()) : null;
    }

    List<StoredMissionMark> stored() {
        return missions;
    }
}
