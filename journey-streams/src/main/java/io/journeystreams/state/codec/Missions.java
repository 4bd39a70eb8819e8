package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredMissionMark;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The missions of a stored profile, by their places. */
final class Missions {

    private final List<MissionMark> missions;
    private final Texts texts;

    Missions(List<StoredMissionMark> stored, Texts texts) {
        this.missions =
                stored.stream().map(mark -> StagesCodec.read(mark, texts)).toList();
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    /** @throws UnreadableStateException if there is no such place */
    MissionMark at(int place) {
        return Places.get(missions, place);
    }

    Optional<MissionMark> find(@Nullable Integer place) {
        return place == null ? Optional.empty() : Optional.of(at(place));
    }
}
