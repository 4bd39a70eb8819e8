package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredContactFigures;
import io.journeystreams.contracts.StoredFriction;
import io.journeystreams.contracts.StoredFrictionKind;
import io.journeystreams.contracts.StoredMoment;
import io.journeystreams.contracts.StoredMomentKind;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.moment.Moment.ContactFigures;
import io.journeystreams.domain.service.Friction;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Moments and friction. */
final class FactCodec {

    private FactCodec() {}

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

    static StoredFriction store(Friction friction, MissionTable missions) {
        TextTable texts = missions.texts();
        return new StoredFriction(
                Codes.store(StoredFrictionKind.class, friction.kind()),
                Moments.store(friction.atMs()),
                texts.place(friction.by().value()),
                LineCodec.storeMoney(friction.valueLost(), texts),
                texts.place(friction.stage()),
                missions.place(friction.mission()),
                StagesCodec.store(friction.channel()),
                texts.place(friction.device()),
                texts.place(friction.detail()),
                friction.visit(),
                friction.isTimed());
    }

    static Friction read(StoredFriction stored, Missions missions) {
        Texts texts = missions.texts();
        return new Friction(
                Codes.read(Friction.Kind.class, stored.getKind()),
                Moments.read(stored.getAt()),
                new EventId(texts.at(stored.getBy())),
                LineCodec.readMoney(stored.getLost(), texts),
                texts.find(stored.getStage()),
                missions.find(stored.getMission()),
                StagesCodec.read(stored.getChannel()),
                texts.find(stored.getDevice()),
                texts.find(stored.getDetail()),
                stored.getVisit(),
                stored.getTimed());
    }

    static @Nullable Long store(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    static OptionalLong read(@Nullable Long stored) {
        return stored == null ? OptionalLong.empty() : OptionalLong.of(stored);
    }
}
