package io.journeystreams.domain.stage;

import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Moves from one channel to another (rules M1, M2): web to store, store to chat. Staying on a channel is no move. */
final class TouchpointRules {

    static final String RULE = "touch";

    private TouchpointRules() {}

    /** @param mission in which the event happened */
    static Stages apply(Stages before, Optional<MissionMark> mission, StageStep step) {
        Optional<TouchChannel> channel = TouchChannel.of(step.event().occurrence());
        boolean stays = channel.isEmpty() || channel.equals(before.touchpoint().map(Touchpoint::channel));
        return stays ? before : move(before, channel.get(), mission, step);
    }

    private static Stages move(Stages before, TouchChannel to, Optional<MissionMark> mission, StageStep step) {
        Optional<Touchpoint> from = before.touchpoint();
        Transition transition = new Transition(
                Layer.TOUCHPOINT,
                from.map(left -> left.channel().text()),
                to.text(),
                Direction.FORWARD,
                step.atMs(),
                RULE,
                List.of(step.event().id()),
                from.isPresent() ? OptionalLong.of(step.atMs() - from.get().sinceMs()) : OptionalLong.empty(),
                step.occasion().visit(),
                mission,
                step.channel().or(() -> mission.flatMap(MissionMark::entryChannel)),
                step.event().occurrence().device(),
                step.occasion().value(),
                true,
                false,
                step.orders().count() > 0,
                Optional.empty(),
                false);
        return before.with(new Touchpoint(to, step.atMs())).with(transition);
    }
}
