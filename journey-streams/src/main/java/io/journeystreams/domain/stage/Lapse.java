package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.EventId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A customer whose churn risk fires has lapsed (rule G6). */
public final class Lapse {

    static final String RULE = "churn-risk";

    private Lapse() {}

    /**
     * @param atMs when it fires, epoch milliseconds
     * @param lastOrder what the silence follows
     * @param visit number of the last visit
     */
    public static Stages of(Stages before, long atMs, EventId lastOrder, long visit) {
        Lifecycle lifecycle = before.lifecycle();
        if (lifecycle.stage().isEmpty() || lifecycle.isAway()) {
            return before;
        }
        Transition transition = new Transition(
                Layer.LIFECYCLE,
                lifecycle.stage(),
                StageModel.LAPSED,
                Direction.LAPSE,
                atMs,
                RULE,
                List.of(lastOrder),
                OptionalLong.of(atMs - lifecycle.sinceMs()),
                visit,
                before.mission().map(Mission::mark),
                lifecycle.firstChannel(),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                lifecycle.orders().count() > 0,
                Optional.empty(),
                true);
        return before.with(lifecycle.left(StageModel.LAPSED, atMs)).with(transition);
    }
}
