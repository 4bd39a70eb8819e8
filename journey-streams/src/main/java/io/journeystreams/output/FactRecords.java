package io.journeystreams.output;

import io.journeystreams.contracts.ContactFigures;
import io.journeystreams.contracts.FrictionEvent;
import io.journeystreams.contracts.FrictionKind;
import io.journeystreams.contracts.FrictionState;
import io.journeystreams.contracts.MomentEvent;
import io.journeystreams.contracts.MomentState;
import io.journeystreams.contracts.StageDirection;
import io.journeystreams.contracts.StageLayer;
import io.journeystreams.contracts.StageTransitionEvent;
import io.journeystreams.contracts.TransitionState;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.fact.FactOutput;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.service.Friction;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Transition;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Transitions, moments and friction in the shape of their contracts. Names of codes are the same on both sides. */
public final class FactRecords {

    private final Publisher publisher;

    public FactRecords(Publisher publisher) {
        this.publisher = publisher;
    }

    public StageTransitionEvent transition(FactOutput<Transition> output) {
        Transition transition = output.fact();
        return StageTransitionEvent.newBuilder()
                .setProfile(output.profile().value())
                .setTenant(publisher.tenant())
                .setSchemaVersion(Publisher.SCHEMA_VERSION)
                .setPolicyVersion(publisher.policyVersion())
                .setTransitionId(output.id())
                .setRevision(output.revision())
                .setState(TransitionState.valueOf(output.state().name()))
                .setSupersedes(output.supersedes())
                .setEmittedAt(Instant.ofEpochMilli(output.emittedAtMs()))
                .setLayer(StageLayer.valueOf(transition.layer().name()))
                .setFrom(transition.from().orElse(null))
                .setTo(transition.to())
                .setDirection(StageDirection.valueOf(transition.direction().name()))
                .setOccurredAt(Instant.ofEpochMilli(transition.atMs()))
                .setRule(transition.rule())
                .setEvidence(transition.evidence().stream().map(EventId::value).toList())
                .setTimeSpentMs(orNull(transition.timeSpentMs()))
                .setVisit(transition.visit())
                .setMissionId(missionId(transition))
                .setMissionNumber(transition.mission().map(MissionMark::number).orElse(null))
                .setEntryChannel(transition
                        .mission()
                        .flatMap(MissionMark::entryChannel)
                        .map(Channel::text)
                        .orElse(null))
                .setEntryDevice(
                        transition.mission().flatMap(MissionMark::entryDevice).orElse(null))
                .setSegment(
                        transition.mission().map(mark -> mark.segment().text()).orElse(null))
                .setChannel(transition.channel().map(Channel::text).orElse(null))
                .setDevice(transition.device().orElse(null))
                .setValue(ContractValues.amount(transition.value()))
                .setCurrency(ContractValues.currency(transition.value()))
                .setConformant(transition.conformant())
                .setGoalReached(transition.goalReached())
                .setBuyerJourney(transition.buyerJourney())
                .setReason(transition.reason().orElse(null))
                .build();
    }

    public MomentEvent moment(FactOutput<Moment> output) {
        Moment moment = output.fact();
        return MomentEvent.newBuilder()
                .setProfile(output.profile().value())
                .setTenant(publisher.tenant())
                .setSchemaVersion(Publisher.SCHEMA_VERSION)
                .setPolicyVersion(publisher.policyVersion())
                .setMomentId(output.id())
                .setRevision(output.revision())
                .setState(MomentState.valueOf(output.state().name()))
                .setSupersedes(output.supersedes())
                .setEmittedAt(Instant.ofEpochMilli(output.emittedAtMs()))
                .setMoment(moment.kind().text())
                .setOccurredAt(Instant.ofEpochMilli(moment.atMs()))
                .setSinceAt(ContractValues.instant(moment.sinceMs()))
                .setDelayMs(orNull(moment.delayMs()))
                .setEvidence(moment.by().value())
                .setOrderId(moment.orderId().map(OrderId::value).orElse(null))
                .setTier(moment.tier().orElse(null))
                .setTierBefore(moment.tierBefore().orElse(null))
                .setContact(moment.contact().map(FactRecords::contact).orElse(null))
                .build();
    }

    public FrictionEvent friction(FactOutput<Friction> output) {
        Friction friction = output.fact();
        return FrictionEvent.newBuilder()
                .setProfile(output.profile().value())
                .setTenant(publisher.tenant())
                .setSchemaVersion(Publisher.SCHEMA_VERSION)
                .setPolicyVersion(publisher.policyVersion())
                .setFrictionId(output.id())
                .setRevision(output.revision())
                .setState(FrictionState.valueOf(output.state().name()))
                .setSupersedes(output.supersedes())
                .setEmittedAt(Instant.ofEpochMilli(output.emittedAtMs()))
                .setKind(FrictionKind.valueOf(friction.kind().name()))
                .setOccurredAt(Instant.ofEpochMilli(friction.atMs()))
                .setEvidence(friction.by().value())
                .setValueLost(ContractValues.amount(friction.valueLost()))
                .setCurrency(ContractValues.currency(friction.valueLost()))
                .setStage(friction.stage().orElse(null))
                .setMissionId(friction.mission()
                        .map(mark -> mark.id(publisher.tenant()))
                        .orElse(null))
                .setChannel(friction.channel().map(Channel::text).orElse(null))
                .setDevice(friction.device().orElse(null))
                .setDetail(friction.detail().orElse(null))
                .setVisit(friction.visit())
                .build();
    }

    private @Nullable String missionId(Transition transition) {
        return transition.mission().map(mark -> mark.id(publisher.tenant())).orElse(null);
    }

    private static ContactFigures contact(Moment.ContactFigures figures) {
        return new ContactFigures(
                figures.channel(),
                figures.id(),
                orNull(figures.waitMs()),
                orNull(figures.handlingMs()),
                figures.promiseMs(),
                figures.abandoned(),
                figures.repeat());
    }

    private static @Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
