package io.journeystreams.output;

import io.journeystreams.contracts.ChurnDriver;
import io.journeystreams.contracts.ChurnKind;
import io.journeystreams.contracts.ChurnReason;
import io.journeystreams.contracts.ChurnRiskEvent;
import io.journeystreams.contracts.ChurnSettlementEvent;
import io.journeystreams.contracts.ChurnState;
import io.journeystreams.contracts.SettlementGroup;
import io.journeystreams.contracts.SettlementState;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.ChurnScore;
import io.journeystreams.domain.churn.Driver;
import io.journeystreams.domain.churn.Forecast;
import io.journeystreams.domain.churn.Settlement;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.fact.FactOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alerts about churn, and what became of predictions, in the shape of their contracts. Names of codes are the same on both sides. */
public final class ChurnRecords {

    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    private final Publisher publisher;

    public ChurnRecords(Publisher publisher) {
        this.publisher = publisher;
    }

    public ChurnRiskEvent risk(ChurnOutput output) {
        ChurnAlert alert = output.alert();
        ChurnRiskEvent.Builder event = ChurnRiskEvent.newBuilder()
                .setProfile(output.profile().value())
                .setTenant(publisher.tenant())
                .setSchemaVersion(Publisher.SCHEMA_VERSION)
                .setPolicyVersion(publisher.policyVersion())
                .setAlertId(output.id())
                .setRevision(output.revision())
                .setState(ChurnState.valueOf(output.state().name()))
                .setKind(ChurnKind.valueOf(alert.kind().name()))
                .setLevel(alert.level())
                .setArmedBy(alert.armedBy().value())
                .setDeadline(Instant.ofEpochMilli(alert.firedAtMs()))
                .setEscalatedAt(escalatedAt(alert))
                .setClearedAt(ending(output)
                        .map(ending -> Instant.ofEpochMilli(ending.atMs()))
                        .orElse(null))
                .setClearedBy(ending(output)
                        .flatMap(ChurnAlert.Ending::by)
                        .map(EventId::value)
                        .orElse(null))
                .setEmittedAt(Instant.ofEpochMilli(output.emittedAtMs()))
                .setActionable(output.actionable())
                .setReason(ChurnReason.valueOf(output.reason().name()));
        alert.cancellation().ifPresent(said -> event.setEffectiveAt(ContractValues.instant(said.effectiveAtMs()))
                .setFeedback(said.feedback().orElse(null)));
        describeScore(alert.currentScore(), event);
        describeSurroundings(output.surroundings(), event);
        return event.build();
    }

    public ChurnSettlementEvent settlement(FactOutput<Settlement> output) {
        Forecast forecast = output.fact().forecast();
        return ChurnSettlementEvent.newBuilder()
                .setProfile(output.profile().value())
                .setTenant(publisher.tenant())
                .setSchemaVersion(Publisher.SCHEMA_VERSION)
                .setPolicyVersion(publisher.policyVersion())
                .setSettlementId(output.id())
                .setRevision(output.revision())
                .setState(SettlementState.valueOf(output.state().name()))
                .setEmittedAt(Instant.ofEpochMilli(output.emittedAtMs()))
                .setGroup(SettlementGroup.valueOf(forecast.group().name()))
                .setKind(ChurnKind.valueOf(forecast.kind().name()))
                .setAlertId(forecast.alertId(publisher.tenant()).orElse(null))
                .setPredictedAt(Instant.ofEpochMilli(forecast.madeAtMs()))
                .setSettledAt(Instant.ofEpochMilli(forecast.settlesAtMs()))
                .setHorizonDays((forecast.settlesAtMs() - forecast.madeAtMs()) / DAY_MS)
                .setRisk(forecast.risk())
                .setLeft(output.fact().left())
                .setParametersVersion(forecast.version())
                .build();
    }

    private static void describeScore(ChurnScore score, ChurnRiskEvent.Builder event) {
        event.setRisk(score.risk())
                .setHorizonDays(horizonDays(score))
                .setValueAtRisk(ContractValues.amount(score.valueAtRisk()))
                .setCurrency(ContractValues.currency(score.valueAtRisk()))
                .setDrivers(score.drivers().stream().map(ChurnRecords::driver).toList())
                .setModel(score.model())
                .setParametersVersion(score.version());
        score.silence().ifPresent(silence -> event.setDecay(silence.decay())
                .setPBuy(1 - score.risk())
                .setPAlive(silence.alive())
                .setX(silence.purchases().repeats())
                .setTx(silence.purchases().lastWeeks())
                .setT(silence.purchases().ageWeeks())
                .setCohort(silence.cohort()));
    }

    private static void describeSurroundings(ChurnOutput.Surroundings around, ChurnRiskEvent.Builder event) {
        event.setLifecycle(around.lifecycle().orElse(null))
                .setOpenIssues(around.openIssues())
                .setLastTouchAt(ContractValues.instant(around.lastTouchAtMs()))
                .setLastTouchChannel(around.lastTouchChannel().orElse(null));
    }

    private static @Nullable Double horizonDays(ChurnScore score) {
        return score.horizon().isZero() ? null : score.horizon().toMillis() / DAY_MS;
    }

    private static ChurnDriver driver(Driver driver) {
        return new ChurnDriver(
                driver.name(),
                driver.contribution(),
                driver.evidence().stream().map(EventId::value).toList());
    }

    private static @Nullable Instant escalatedAt(ChurnAlert alert) {
        return alert.escalation()
                .map(escalation -> Instant.ofEpochMilli(escalation.atMs()))
                .orElse(null);
    }

    /** A retracted alert was none: there was nothing to be over. */
    private static Optional<ChurnAlert.Ending> ending(ChurnOutput output) {
        return output.alert().ending().filter(ending -> output.state() == ChurnOutput.State.CLEARED);
    }
}
