package io.journeystreams.domain.service;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Mission;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.Optional;

/**
 * Where the customer was when something stood in the way.
 *
 * @param cartValue of all carts; empty where a price is missing
 * @param visit number of the visit
 */
public record Surroundings(Optional<Money> cartValue, Optional<String> stage, Optional<Mission> mission, long visit) {

    Surroundings at(Optional<String> other) {
        return new Surroundings(cartValue, other, mission, visit);
    }

    Friction friction(Friction.Kind kind, Occurrence occurrence, Optional<String> detail) {
        Optional<MissionMark> mark = mission.map(Mission::mark);
        return new Friction(
                kind,
                occurrence.atMs(),
                occurrence.id(),
                cartValue,
                stage,
                mark,
                Channel.of(occurrence).or(() -> mark.flatMap(MissionMark::entryChannel)),
                occurrence.device(),
                detail,
                visit,
                false);
    }

    Friction breach(Contact contact, long atMs) {
        EventId by = contact.openedBy();
        Optional<MissionMark> mark = mission.map(Mission::mark);
        return new Friction(
                Friction.Kind.PROMISE_BREACHED,
                atMs,
                by,
                cartValue,
                stage,
                mark,
                mark.flatMap(MissionMark::entryChannel),
                Optional.empty(),
                Optional.of(contact.channel().text()),
                visit,
                true);
    }
}
