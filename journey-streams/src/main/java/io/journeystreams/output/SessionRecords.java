package io.journeystreams.output;

import io.journeystreams.contracts.SessionEndReason;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.SessionState;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.session.Session;
import io.journeystreams.domain.session.SessionId;
import io.journeystreams.domain.session.SessionOutput;
import java.time.Instant;
import java.util.Optional;

/** Sessions in the shape of their contract. */
public final class SessionRecords {

    private final Publisher publisher;

    public SessionRecords(Publisher publisher) {
        this.publisher = publisher;
    }

    public SessionEvent of(SessionOutput output) {
        Session session = output.session();
        return SessionEvent.newBuilder()
                .setProfile(output.profile().value())
                .setTenant(publisher.tenant())
                .setSchemaVersion(Publisher.SCHEMA_VERSION)
                .setPolicyVersion(publisher.policyVersion())
                .setSessionId(output.id().value())
                .setRevision(output.revision())
                .setState(stateOf(output.state()))
                .setSupersedes(
                        output.supersedes().stream().map(SessionId::value).toList())
                .setEmittedAt(Instant.ofEpochMilli(output.emittedAtMs()))
                .setDeviceId(session.deviceId().value())
                .setDevice(session.device().orElse(null))
                .setStartedAt(Instant.ofEpochMilli(session.startedAtMs()))
                .setEndedAt(Instant.ofEpochMilli(session.endedAtMs()))
                .setDurationMs(session.durationMs())
                .setEvents(session.events())
                .setViews(session.views())
                .setEngaged(session.isEngaged())
                .setEntryPage(session.entryPage().orElse(null))
                .setExitPage(session.exitPage().orElse(null))
                .setEntryChannel(session.entryChannel().orElse(null))
                .setEntryCampaign(session.entryCampaign().orElse(null))
                .setTouches(session.touches())
                .setStages(output.stages())
                .setCartValue(ContractValues.amount(comparableCartValue(session)))
                .setConverted(session.converted())
                .setOrderValue(ContractValues.amount(session.orderValue()))
                .setCurrency(ContractValues.currency(session.orderValue().or(session::cartValue)))
                .setBot(output.session().isBot())
                .setEndReason(reasonOf(session.end()))
                .build();
    }

    /** The contract has one currency for both values: the order's. A cart in another one has no value here. */
    private static Optional<Money> comparableCartValue(Session session) {
        return session.cartValue().filter(cart -> session.orderValue()
                .map(order -> order.currency().equals(cart.currency()))
                .orElse(true));
    }

    private static SessionState stateOf(SessionOutput.State state) {
        return switch (state) {
            case STARTED -> SessionState.STARTED;
            case CLOSED -> SessionState.CLOSED;
            case CORRECTED -> SessionState.CORRECTED;
        };
    }

    private static SessionEndReason reasonOf(Session.End end) {
        return switch (end) {
            case OPEN -> SessionEndReason.OPEN;
            case INACTIVITY -> SessionEndReason.INACTIVITY;
            case MAX_LENGTH -> SessionEndReason.MAX_LENGTH;
            case LOGOUT -> SessionEndReason.LOGOUT;
            case CAMPAIGN -> SessionEndReason.CAMPAIGN;
        };
    }
}
