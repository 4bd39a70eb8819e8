package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.Optional;

/** What an event makes of the stages. Events come in event-time order. */
public final class StageRules {

    private StageRules() {}

    /** Test events move nothing (rule A14), late ones neither (rule T3); a late order counts all the same. */
    public static Stages apply(Stages before, Occasion occasion, StagePolicy policy) {
        Occurrence occurrence = occasion.event().occurrence();
        if (occurrence.test()) {
            return before;
        }
        StageStep step = StageStep.of(occasion, before.lifecycle().orders(), policy);
        if (occurrence.late()) {
            return before.with(before.lifecycle().with(step.orders()));
        }
        Stages moved = MissionRules.apply(LifecycleRules.apply(before, step), step);
        Optional<MissionMark> mission = moved.mission().or(before::mission).map(Mission::mark);
        return TouchpointRules.apply(moved, mission, step);
    }
}
