package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Scores of customers with a contract: what signals foretell, and what is no forecast because it was told. */
final class ContractScore {

    /** Key of the model of signals. */
    static final String SIGNALS = "signals";

    /** Nothing was foretold. */
    static final String TOLD = "told";

    /** What the tenure alone says. */
    private static final String BASE = "BASE";

    private static final String NO_VERSION = "none";

    private ContractScore() {}

    /** @param ms epoch milliseconds */
    static ChurnScore ofSignals(RunningContract contract, SignalWeights weights, long ms) {
        ContractRisk risk = new ContractRisk(contract, weights);
        return new ChurnScore(
                risk.at(ms),
                weights.horizon(),
                Optional.empty(),
                drivers(risk, ms),
                SIGNALS,
                weights.version(),
                contract.terms().valueAtRisk(ms, weights.horizon().toMillis()));
    }

    static ChurnScore told(Contract contract) {
        Optional<Money> price = contract.running().map(RunningContract::terms).flatMap(Terms::price);
        return new ChurnScore(1, Duration.ZERO, Optional.empty(), List.of(), TOLD, NO_VERSION, price);
    }

    private static List<Driver> drivers(ContractRisk risk, long ms) {
        RunningContract contract = risk.contract();
        List<Driver> drivers = new ArrayList<>();
        drivers.add(new Driver(BASE, risk.baseAt(ms), List.of(contract.startedBy())));
        Arrays.stream(SignalKind.values())
                .map(kind -> new Driver(
                        kind.name(),
                        risk.contribution(kind, ms),
                        contract.signals().evidence(kind)))
                .filter(driver -> driver.contribution() > 0)
                .forEach(drivers::add);
        drivers.sort(Comparator.comparingDouble(Driver::contribution).reversed().thenComparing(Driver::name));
        return drivers;
    }
}
