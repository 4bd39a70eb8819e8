package io.journeystreams.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.ChurnDriver;
import io.journeystreams.contracts.ChurnReason;
import io.journeystreams.contracts.ChurnRiskEvent;
import io.journeystreams.contracts.ChurnSettlementEvent;
import io.journeystreams.contracts.ChurnState;
import io.journeystreams.contracts.SettlementGroup;
import io.journeystreams.contracts.SettlementState;
import io.journeystreams.domain.churn.Cancellation;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ChurnKind;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.Forecast;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.ProfileKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChurnRecordsTest {

    private static final ProfileKey PROFILE = ProfileKey.ofCustomer("7");
    private static final Instant FIRED_AT = Instant.ofEpochMilli(ChurnOutputs.FIRED_AT_MS);

    private final ChurnRecords records = new ChurnRecords(new Publisher("shop", "p1"));

    @Test
    void alertFromSilenceSaysWhatItIsCountedFrom() {
        assertThat(records.risk(ChurnOutputs.firing(PROFILE)))
                .isEqualTo(ChurnRiskEvent.newBuilder()
                        .setProfile("c:7")
                        .setTenant("shop")
                        .setPolicyVersion("p1")
                        .setAlertId("churn-1")
                        .setRevision(1)
                        .setState(ChurnState.FIRING)
                        .setKind(io.journeystreams.contracts.ChurnKind.NON_CONTRACTUAL)
                        .setLevel(1)
                        .setRisk(0.75)
                        .setHorizonDays(84.0)
                        .setDecay(0.5)
                        .setPBuy(0.25)
                        .setPAlive(0.5)
                        .setX(2)
                        .setTx(10.0)
                        .setT(21.5)
                        .setArmedBy("e1")
                        .setDeadline(FIRED_AT)
                        .setEmittedAt(FIRED_AT.plusMillis(1))
                        .setValueAtRisk(new BigDecimal("12.5000"))
                        .setCurrency("EUR")
                        .setDrivers(List.of(new ChurnDriver("DEPARTURE", 0.5, List.of("e1"))))
                        .setModel("bg-nbd")
                        .setParametersVersion("v1")
                        .setCohort("store")
                        .setActionable(true)
                        .setReason(ChurnReason.NONE)
                        .build());
    }

    @Test
    void whatSilenceSaysIsAbsentWithAContract() {
        // when
        ChurnRiskEvent event = records.risk(ChurnOutputs.output(
                PROFILE,
                ChurnOutput.State.FIRING,
                ChurnOutputs.alert(ChurnKind.VOLUNTARY, ChurnOutputs.cancellation())));

        // then
        assertThat(event.getRisk()).isEqualTo(1);
        assertThat(Stream.of(
                        event.getHorizonDays(),
                        event.getDecay(),
                        event.getPBuy(),
                        event.getPAlive(),
                        event.getX(),
                        event.getTx(),
                        event.getT(),
                        event.getValueAtRisk(),
                        event.getCurrency(),
                        event.getCohort()))
                .containsOnlyNulls();
    }

    @Test
    void cancellationHasItsDateAndTheCustomersWords() {
        // given
        ChurnAlert requested = new ChurnAlert(
                ChurnKind.VOLUNTARY,
                ChurnOutputs.ORDER,
                ChurnOutputs.FIRED_AT_MS,
                ChurnOutputs.cancellation(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(new Cancellation(OptionalLong.of(ChurnOutputs.FIRED_AT_MS + 30), Optional.of("too dear"))));

        // when
        ChurnRiskEvent event = records.risk(ChurnOutputs.output(PROFILE, ChurnOutput.State.FIRING, requested));

        // then
        assertThat(event.getEffectiveAt()).isEqualTo(FIRED_AT.plusMillis(30));
        assertThat(event.getFeedback()).isEqualTo("too dear");
    }

    @Test
    void recordThatItIsOverRepeatsTheScoreOfTheEscalation() {
        // given
        ChurnAlert escalated = new ChurnAlert(
                ChurnKind.NON_CONTRACTUAL,
                ChurnOutputs.ORDER,
                ChurnOutputs.FIRED_AT_MS,
                ChurnOutputs.silence(0.75, 0.5),
                Optional.of(
                        new ChurnAlert.Escalation(2, ChurnOutputs.FIRED_AT_MS + 10, ChurnOutputs.silence(0.875, 0.75))),
                Optional.of(new ChurnAlert.Ending(
                        io.journeystreams.domain.churn.ChurnReason.PURCHASE,
                        ChurnOutputs.FIRED_AT_MS + 20,
                        Optional.of(new EventId("e2")))),
                true,
                Optional.empty());

        // when
        ChurnRiskEvent cleared = records.risk(ChurnOutputs.output(PROFILE, ChurnOutput.State.CLEARED, escalated));
        ChurnRiskEvent retracted = records.risk(ChurnOutputs.output(PROFILE, ChurnOutput.State.RETRACTED, escalated));

        // then
        assertThat(cleared.getLevel()).isEqualTo(2);
        assertThat(cleared.getRisk()).isEqualTo(0.875);
        assertThat(cleared.getEscalatedAt()).isEqualTo(FIRED_AT.plusMillis(10));
        assertThat(cleared.getClearedAt()).isEqualTo(FIRED_AT.plusMillis(20));
        assertThat(retracted.getRisk()).isEqualTo(0.875);
        assertThat(retracted.getClearedAt()).isNull();
    }

    @Test
    void settlementNamesItsAlert() {
        // given
        String alertId = ChurnOutputs.alert(ChurnKind.NON_CONTRACTUAL, ChurnOutputs.silence(0.75, 0.5))
                .id("shop");

        // then
        assertThat(records.settlement(ChurnOutputs.settled(PROFILE, Forecast.Group.FIRING)))
                .isEqualTo(ChurnSettlementEvent.newBuilder()
                        .setProfile("c:7")
                        .setTenant("shop")
                        .setPolicyVersion("p1")
                        .setSettlementId("settlement-1")
                        .setRevision(1)
                        .setState(SettlementState.STATED)
                        .setEmittedAt(FIRED_AT.plusMillis(1))
                        .setGroup(SettlementGroup.FIRING)
                        .setKind(io.journeystreams.contracts.ChurnKind.NON_CONTRACTUAL)
                        .setAlertId(alertId)
                        .setPredictedAt(FIRED_AT)
                        .setSettledAt(Instant.parse("2026-05-25T10:00:00Z"))
                        .setHorizonDays(84.0)
                        .setRisk(0.75)
                        .setLeft(true)
                        .setParametersVersion("v1")
                        .build());
    }

    @Test
    void sampleHasNoAlert() {
        assertThat(records.settlement(ChurnOutputs.settled(PROFILE, Forecast.Group.SAMPLE))
                        .getAlertId())
                .isNull();
    }

    static Stream<List<Class<? extends Enum<?>>>> codes() {
        return Stream.of(
                List.of(ChurnOutput.State.class, ChurnState.class),
                List.of(ChurnKind.class, io.journeystreams.contracts.ChurnKind.class),
                List.of(io.journeystreams.domain.churn.ChurnReason.class, ChurnReason.class),
                List.of(Forecast.Group.class, SettlementGroup.class),
                List.of(io.journeystreams.domain.fact.FactOutput.State.class, SettlementState.class));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasItsSymbol(List<Class<? extends Enum<?>>> sides) {
        assertThat(names(sides.get(1))).containsAll(names(sides.get(0)));
    }

    private static List<String> names(Class<? extends Enum<?>> codes) {
        return Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList();
    }
}
