package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredContactFigures;
import io.journeystreams.contracts.StoredDirection;
import io.journeystreams.contracts.StoredFriction;
import io.journeystreams.contracts.StoredFrictionKind;
import io.journeystreams.contracts.StoredLayer;
import io.journeystreams.contracts.StoredMoment;
import io.journeystreams.contracts.StoredMomentKind;
import io.journeystreams.contracts.StoredTransition;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.moment.Moment.ContactFigures;
import io.journeystreams.domain.service.Friction;
import io.journeystreams.domain.stage.Direction;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.Transition;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Transitions, moments and friction. */
final class FactCodec {

    private FactCodec() {}

    static StoredTransition store(Transition transition, TextTable texts) {
        return new StoredTransition(
                Codes.store(StoredLayer.class, transition.layer()),
                texts.place(transition.from()),
                texts.place(transition.to()),
                Codes.store(StoredDirection.class, transition.direction()),
                Moments.store(transition.atMs()),
                texts.place(transition.rule()),
                transition.evidence().stream()
                        .map(id -> texts.place(id.value()))
                        .toList(),
                store(transition.timeSpentMs()),
                transition.visit(),
                transition.mission().map(mark -> StagesCodec.store(mark, texts)).orElse(null),
                StagesCodec.store(transition.channel()),
                texts.place(transition.device()),
                flags(
                        transition.conformant(),
                        transition.goalReached(),
                        transition.buyerJourney(),
                        transition.isTimed()),
                texts.place(transition.reason()));
    }

    static Transition read(StoredTransition stored, Texts texts) {
        return new Transition(
                Codes.read(Layer.class, stored.getLayer()),
                texts.find(stored.getFrom()),
                texts.at(stored.getTo()),
                Codes.read(Direction.class, stored.getDirection()),
                Moments.read(stored.getAt()),
                texts.at(stored.getRule()),
                stored.getEvidence().stream()
                        .map(place -> new EventId(texts.at(place)))
                        .toList(),
                read(stored.getTimeSpentMs()),
                stored.getVisit(),
                Optional.ofNullable(stored.getMission()).map(mark -> StagesCodec.read(mark, texts)),
                StagesCodec.read(stored.getChannel()),
                texts.find(stored.getDevice()),
                isSet(stored.getFlags(), 0),
                isSet(stored.getFlags(), 1),
                isSet(stored.getFlags(), 2),
                texts.find(stored.getReason()),
                isSet(stored.getFlags(), 3));
    }

    /** The first is the lowest bit. */
    private static int flags(boolean... claims) {
        int flags = 0;
        for (int i = 0; i < claims.length; i++) {
            flags |= claims[i] ? 1 << i : 0;
        }
        return flags;
    }

    private static boolean isSet(int flags, int place) {
        return (flags & (1 << place)) != 0;
    }

    static StoredMoment store(Moment moment, TextTable texts) {
        return new StoredMoment(
                Codes.store(StoredMomentKind.class, moment.kind()),
                Moments.store(moment.atMs()),
                texts.place(moment.by().value()),
                Moments.store(moment.sinceMs()),
                texts.place(moment.orderId().map(OrderId::value)),
                texts.place(moment.tier()),
                texts.place(moment.tierBefore()),
                moment.contact().map(figures -> store(figures, texts)).orElse(null),
                moment.isTimed());
    }

    static Moment read(StoredMoment stored, Texts texts) {
        return new Moment(
                Codes.read(Moment.Kind.class, stored.getKind()),
                Moments.read(stored.getAt()),
                new EventId(texts.at(stored.getBy())),
                Moments.find(stored.getSince()),
                texts.find(stored.getOrderId()).map(OrderId::new),
                texts.find(stored.getTier()),
                texts.find(stored.getTierBefore()),
                Optional.ofNullable(stored.getContact()).map(figures -> read(figures, texts)),
                stored.getTimed());
    }

    static StoredContactFigures store(ContactFigures figures, TextTable texts) {
        return new StoredContactFigures(
                texts.place(figures.channel()),
                texts.place(figures.id()),
                store(figures.waitMs()),
                store(figures.handlingMs()),
                figures.promiseMs(),
                figures.abandoned(),
                figures.repeat());
    }

    static ContactFigures read(StoredContactFigures stored, Texts texts) {
        return new ContactFigures(
                texts.at(stored.getChannel()),
                texts.at(stored.getId()),
                read(stored.getWaitMs()),
                read(stored.getHandlingMs()),
                stored.getPromiseMs(),
                stored.getAbandoned(),
                stored.getAgain());
    }

    static StoredFriction store(Friction friction, TextTable texts) {
        return new StoredFriction(
                Codes.store(StoredFrictionKind.class, friction.kind()),
                Moments.store(friction.atMs()),
                texts.place(friction.by().value()),
                LineCodec.storeMoney(friction.valueLost(), texts),
                texts.place(friction.stage()),
                friction.mission().map(mark -> StagesCodec.store(mark, texts)).orElse(null),
                StagesCodec.store(friction.channel()),
                texts.place(friction.device()),
                texts.place(friction.detail()),
                friction.visit(),
                friction.isTimed());
    }

    static Friction read(StoredFriction stored, Texts texts) {
        return new Friction(
                Codes.read(Friction.Kind.class, stored.getKind()),
                Moments.read(stored.getAt()),
                new EventId(texts.at(stored.getBy())),
                LineCodec.readMoney(stored.getLost(), texts),
                texts.find(stored.getStage()),
                Optional.ofNullable(stored.getMission()).map(mark -> StagesCodec.read(mark, texts)),
                StagesCodec.read(stored.getChannel()),
                texts.find(stored.getDevice()),
                texts.find(stored.getDetail()),
                stored.getVisit(),
                stored.getTimed());
    }

    private static @Nullable Long store(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    private static OptionalLong read(@Nullable Long stored) {
        return stored == null ? OptionalLong.empty() : OptionalLong.of(stored);
    }
}
