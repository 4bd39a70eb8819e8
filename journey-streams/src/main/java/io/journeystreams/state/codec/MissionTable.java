package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredMissionMark;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives every mission that facts refer to its place, in the order of first use, while a profile is encoded. */
final class MissionTable {

    private static final int USUAL_MISSIONS = 4;

    private final TextTable texts;
    private final PlaceTable<MissionMark, StoredMissionMark> missions = PlaceTable.ofSize(USUAL_MISSIONS);

    MissionTable(TextTable texts) {
        this.texts = texts;
    }

    TextTable texts() {
        return texts;
    }

    int place(MissionMark mark) {
        int known = missions.find(mark);
        return known == PlaceTable.NONE ? missions.add(mark, StagesCodec.store(mark, texts)) : known;
    }

    @Nullable
    Integer place(Optional<MissionMark> mark) {
        return mark.isPresent() ? place(mark.get()) : null;
    }

    List<StoredMissionMark> stored() {
        return missions.stored();
    }
}
