package io.journeystreams.sink;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentReason;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.ChurnKind;
import io.journeystreams.contracts.ChurnRiskEvent;
import io.journeystreams.contracts.ChurnSettlementEvent;
import io.journeystreams.contracts.ChurnState;
import io.journeystreams.contracts.FrictionEvent;
import io.journeystreams.contracts.FrictionKind;
import io.journeystreams.contracts.FrictionState;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.MomentEvent;
import io.journeystreams.contracts.MomentState;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.SessionState;
import io.journeystreams.contracts.SettlementGroup;
import io.journeystreams.contracts.SettlementState;
import io.journeystreams.contracts.StageDirection;
import io.journeystreams.contracts.StageLayer;
import io.journeystreams.contracts.StageTransitionEvent;
import io.journeystreams.contracts.TransitionState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records with everything said that has to be, to be changed by their builders. */
final class Facts {

    static final Instant MORNING = Instant.parse("2026-03-02T10:00:00Z");
    private static final String TENANT = "shop";
    private static final String POLICY = "p1";

    private Facts() {}

    static Instant minutes(long minutes) {
        return MORNING.plusSeconds(60 * minutes);
    }

    static BigDecimal money(String amount) {
        return new BigDecimal(amount).setScale(4);
    }

    static SessionEvent.Builder session(String profile, String id, int revision) {
        return SessionEvent.newBuilder()
                .setProfile(profile)
                .setTenant(TENANT)
                .setPolicyVersion(POLICY)
                .setSessionId(id)
                .setRevision(revision)
                .setState(revision == 1 ? SessionState.STARTED : SessionState.CLOSED)
                .setEmittedAt(minutes(revision))
                .setDeviceId("d-" + profile)
                .setStartedAt(MORNING)
                .setEndedAt(minutes(5))
                .setDurationMs(300_000)
                .setEvents(4)
                .setViews(3)
                .setEngaged(true)
                .setConverted(false);
    }

    static AbandonmentEvent.Builder cart(String profile, String id, String total) {
        return AbandonmentEvent.newBuilder()
                .setProfile(profile)
                .setTenant(TENANT)
                .setPolicyVersion(POLICY)
                .setAlertId(id)
                .setRevision(1)
                .setState(AbandonmentState.ABANDONED)
                .setKind(AbandonmentKind.CART)
                .setSubjectId("cart-" + profile)
                .setCartId("cart-" + profile)
                .setArmSeq(1)
                .setArmedAt(minutes(10))
                .setLastActivityAt(minutes(12))
                .setDeadline(minutes(72))
                .setEmittedAt(minutes(73))
                .setLines(List.of(Line.newBuilder()
                        .setProductId("mug")
                        .setName("Tasse \"für\" Ölofen ☕\0")
                        .setQuantity(1)
                        .setUnitPrice(money(total))
                        .build()))
                .setTotal(money(total))
                .setCurrency("EUR")
                .setActionable(true)
                .setReason(AbandonmentReason.NONE);
    }

    /** The cart was bought after all. */
    static AbandonmentEvent recovered(AbandonmentEvent alert) {
        return AbandonmentEvent.newBuilder(alert)
                .setRevision(alert.getRevision() + 1)
                .setState(AbandonmentState.RECOVERED)
                .setActionable(false)
                .setRecoveredAt(minutes(100))
                .setRecoveredAfterMinutes(28L)
                .setEmittedAt(minutes(101))
                .build();
    }

    static StageTransitionEvent.Builder move(
            String profile, String id, @Nullable String from, String to, long atMinutes) {
        return StageTransitionEvent.newBuilder()
                .setProfile(profile)
                .setTenant(TENANT)
                .setPolicyVersion(POLICY)
                .setTransitionId(id)
                .setRevision(1)
                .setState(TransitionState.STATED)
                .setEmittedAt(minutes(atMinutes))
                .setLayer(StageLayer.MISSION)
                .setFrom(from)
                .setTo(to)
                .setDirection(StageDirection.FORWARD)
                .setOccurredAt(minutes(atMinutes))
                .setRule("rule")
                .setVisit(1)
                .setMissionId("mission-" + profile)
                .setConformant(true)
                .setGoalReached(false)
                .setBuyerJourney(false);
    }

    static FrictionEvent.Builder friction(String profile, String id, FrictionKind kind) {
        return FrictionEvent.newBuilder()
                .setProfile(profile)
                .setTenant(TENANT)
                .setPolicyVersion(POLICY)
                .setFrictionId(id)
                .setRevision(1)
                .setState(FrictionState.STATED)
                .setEmittedAt(minutes(15))
                .setKind(kind)
                .setOccurredAt(minutes(15))
                .setEvidence("e1")
                .setVisit(1);
    }

    static MomentEvent.Builder moment(String profile, String id, String moment) {
        return MomentEvent.newBuilder()
                .setProfile(profile)
                .setTenant(TENANT)
                .setPolicyVersion(POLICY)
                .setMomentId(id)
                .setRevision(1)
                .setState(MomentState.STATED)
                .setEmittedAt(minutes(200))
                .setMoment(moment)
                .setOccurredAt(minutes(200))
                .setEvidence("e2");
    }

    static ChurnRiskEvent.Builder churn(String profile, String id, int revision) {
        return ChurnRiskEvent.newBuilder()
                .setProfile(profile)
                .setTenant(TENANT)
                .setPolicyVersion(POLICY)
                .setAlertId(id)
                .setRevision(revision)
                .setState(revision == 1 ? ChurnState.FIRING : ChurnState.CLEARED)
                .setKind(ChurnKind.NON_CONTRACTUAL)
                .setLevel(1)
                .setRisk(0.75)
                .setArmedBy("e3")
                .setDeadline(minutes(300))
                .setEmittedAt(minutes(300 + revision))
                .setModel("mbg-nbd")
                .setParametersVersion("v1")
                .setActionable(true)
                .setOpenIssues(0)
                .setDrivers(List.of());
    }

    static ChurnSettlementEvent settlement(String id, SettlementGroup group, double risk, boolean hasLeft) {
        return ChurnSettlementEvent.newBuilder()
                .setProfile("c:" + id)
                .setTenant(TENANT)
                .setPolicyVersion(POLICY)
                .setSettlementId(id)
                .setRevision(1)
                .setState(SettlementState.STATED)
                .setEmittedAt(minutes(400))
                .setGroup(group)
                .setKind(ChurnKind.NON_CONTRACTUAL)
                .setPredictedAt(MORNING)
                .setSettledAt(minutes(400))
                .setHorizonDays(84)
                .setRisk(risk)
                .setLeft(hasLeft)
                .setParametersVersion("v1")
                .build();
    }

    static ProfileEvent.Builder picture(String profile) {
        return ProfileEvent.newBuilder()
                .setProfile(profile)
                .setTenant(TENANT)
                .setPolicyVersion(POLICY)
                .setUpdatedAt(MORNING)
                .setFirstSeenAt(MORNING)
                .setLastSeenAt(MORNING)
                .setSessions(1)
                .setOrders(0);
    }
}
