package io.journeystreams.output;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentReason;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.Evidence;
import io.journeystreams.contracts.SourcePosition;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.AlertOutput.Delivery;
import io.journeystreams.domain.abandonment.AlertStatus;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Abandonment alerts in the shape of their contract. */
public final class AbandonmentRecords {

    private final Publisher publisher;

    public AbandonmentRecords(Publisher publisher) {
        this.publisher = publisher;
    }

    public AbandonmentEvent of(AlertOutput output) {
        Alert alert = output.alert();
        AbandonmentEvent.Builder event = AbandonmentEvent.newBuilder()
                .setProfile(output.profile().value())
                .setTenant(publisher.tenant())
                .setSchemaVersion(Publisher.SCHEMA_VERSION)
                .setPolicyVersion(publisher.policyVersion())
                .setAlertId(alert.id().value())
                .setRevision(output.revision())
                .setState(stateOf(output.state()))
                .setActionable(output.actionable())
                .setReason(reasonOf(output.reason()))
                .setStep(output.step())
                .setRecoveryLink(output.recoveryLink().orElse(null))
                .setStage(output.standing().stage().orElse(null))
                .setLifecycle(output.standing().lifecycle().orElse(null))
                .setEmittedAt(Instant.ofEpochMilli(output.emittedAtMs()));
        describeSubject(alert, event);
        describeVisit(alert, event);
        describeDelivery(output.delivery(), event);
        if (output.state() == AlertOutput.State.RECOVERED
                && alert.status() instanceof AlertStatus.Recovered recovered) {
            describeRecovery(alert, recovered, event);
        }
        return event.build();
    }

    private static void describeSubject(Alert alert, AbandonmentEvent.Builder event) {
        event.setKind(kindOf(alert.subject().kind()))
                .setSubjectId(alert.subject().id())
                .setCartId(alert.about().cartId().map(ContractValues::nameOf).orElse(null))
                .setQuery(subjectOf(alert, Kind.SEARCH))
                .setFormId(subjectOf(alert, Kind.FORM))
                .setCheckoutId(alert.about().checkoutId().map(CheckoutId::value).orElse(null))
                .setOrderId(alert.about().orderId().map(OrderId::value).orElse(null))
                .setArmSeq(alert.armSeq())
                .setArmedAt(Instant.ofEpochMilli(alert.armedAtMs()))
                .setLastActivityAt(Instant.ofEpochMilli(alert.lastActivityAtMs()))
                .setDeadline(Instant.ofEpochMilli(alert.deadlineMs()))
                .setLines(ContractValues.of(alert.lines()))
                .setTotal(ContractValues.amount(alert.total()))
                .setCurrency(ContractValues.currency(alert.total()))
                .setEvidence(evidenceOf(alert));
    }

    private static void describeVisit(Alert alert, AbandonmentEvent.Builder event) {
        event.setCheckoutStep(alert.about().progress().step().orElse(null))
                .setLastError(alert.about().progress().lastError().orElse(null))
                .setErrorHardness(alert.about().progress().errorHardness().orElse(null))
                .setAttempts(alert.about().progress().attempts())
                .setPaymentMethod(alert.about()
                        .progress()
                        .method()
                        .map(method -> method.name().toLowerCase(Locale.ROOT))
                        .orElse(null))
                .setSessionId(alert.visit().sessionId().orElse(null))
                .setDeviceId(alert.visit().deviceId().orElse(null))
                .setDevice(alert.visit().device().orElse(null))
                .setChannel(alert.visit().channel().orElse(null));
    }

    private static @Nullable String subjectOf(Alert alert, Kind kind) {
        return alert.subject().kind() == kind ? alert.subject().id() : null;
    }

    /** Addresses stand in no other field, and only where they may be used. */
    private static void describeDelivery(Delivery delivery, AbandonmentEvent.Builder event) {
        event.setContact(delivery.contact().isEmpty() ? null : delivery.contact())
                .setConsentBasis(delivery.consentBasis().orElse(null))
                .setNotBefore(ContractValues.instant(delivery.notBeforeMs()));
    }

    private static void describeRecovery(Alert alert, AlertStatus.Recovered recovered, AbandonmentEvent.Builder event) {
        event.setRecoveredAt(Instant.ofEpochMilli(recovered.atMs()))
                .setRecoveredAfterMinutes(
                        Duration.ofMillis(recovered.atMs() - alert.deadlineMs()).toMinutes())
                .setViaLink(recovered.viaLink());
    }

    private static List<Evidence> evidenceOf(Alert alert) {
        return alert.evidence().stream()
                .map(evidence -> new Evidence(
                        evidence.eventId().value(),
                        new SourcePosition(
                                evidence.position().topic(),
                                evidence.position().partition(),
                                evidence.position().offset())))
                .toList();
    }

    private static AbandonmentState stateOf(AlertOutput.State state) {
        return switch (state) {
            case ABANDONED -> AbandonmentState.ABANDONED;
            case RECOVERED -> AbandonmentState.RECOVERED;
            case RETRACTED -> AbandonmentState.RETRACTED;
            case EXPIRED -> AbandonmentState.EXPIRED;
        };
    }

    private static AbandonmentKind kindOf(Kind kind) {
        return switch (kind) {
            case FORM -> AbandonmentKind.FORM;
            case SEARCH -> AbandonmentKind.SEARCH;
            case BROWSE -> AbandonmentKind.BROWSE;
            case CART -> AbandonmentKind.CART;
            case CHECKOUT -> AbandonmentKind.CHECKOUT;
            case PAYMENT_PENDING -> AbandonmentKind.PAYMENT_PENDING;
            case PAYMENT_FAILED -> AbandonmentKind.PAYMENT_FAILED;
        };
    }

    private static AbandonmentReason reasonOf(Reason reason) {
        return switch (reason) {
            case NONE -> AbandonmentReason.NONE;
            case STALE -> AbandonmentReason.STALE;
            case ALREADY_RESOLVED -> AbandonmentReason.ALREADY_RESOLVED;
            case CONSENT -> AbandonmentReason.CONSENT;
            case UNREACHABLE -> AbandonmentReason.UNREACHABLE;
            case OUT_OF_STOCK -> AbandonmentReason.OUT_OF_STOCK;
            case CONTROL -> AbandonmentReason.CONTROL;
            case CAPPED -> AbandonmentReason.CAPPED;
            case MIN_VALUE -> AbandonmentReason.MIN_VALUE;
            case LATE_PURCHASE -> AbandonmentReason.LATE_PURCHASE;
            case EMPTIED -> AbandonmentReason.EMPTIED;
            case SUPERSEDED -> AbandonmentReason.SUPERSEDED;
            case MERGED -> AbandonmentReason.MERGED;
            case ERASED -> AbandonmentReason.ERASED;
            case SUBMITTED -> AbandonmentReason.SUBMITTED;
            case CANCELLED -> AbandonmentReason.CANCELLED;
            case RECOVERY_WINDOW_OVER -> AbandonmentReason.RECOVERY_WINDOW_OVER;
            case REPLACED -> AbandonmentReason.REPLACED;
            case OVERFLOW -> AbandonmentReason.OVERFLOW;
        };
    }
}
