package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredContract;
import io.journeystreams.contracts.StoredRunningContract;
import io.journeystreams.contracts.StoredSignal;
import io.journeystreams.contracts.StoredSignalKind;
import io.journeystreams.contracts.StoredUsage;
import io.journeystreams.domain.churn.Contract;
import io.journeystreams.domain.churn.RunningContract;
import io.journeystreams.domain.churn.Signal;
import io.journeystreams.domain.churn.SignalKind;
import io.journeystreams.domain.churn.Signals;
import io.journeystreams.domain.churn.Terms;
import io.journeystreams.domain.churn.Usage;
import io.journeystreams.domain.churn.Watch;
import io.journeystreams.domain.event.EventId;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is known of a customer's contract. */
final class ContractCodec {

    private ContractCodec() {}

    /** Null if nothing is known. */
    static @Nullable StoredContract store(Contract contract, TextTable texts) {
        return contract.equals(Contract.NONE)
                ? null
                : new StoredContract(
                        contract.running().map(running -> store(running, texts)).orElse(null),
                        Moments.store(contract.endedAtMs()));
    }

    static Contract read(@Nullable StoredContract stored, Texts texts) {
        return stored == null
                ? Contract.NONE
                : new Contract(
                        Optional.ofNullable(stored.getRunning()).map(running -> read(running, texts)),
                        Moments.find(stored.getEndedAt()));
    }

    private static StoredRunningContract store(RunningContract contract, TextTable texts) {
        Terms terms = contract.terms();
        Watch watch = contract.watch();
        return new StoredRunningContract(
                Moments.store(contract.startedAtMs()),
                texts.place(contract.startedBy().value()),
                Moments.store(terms.toldAtMs()),
                texts.place(terms.by().value()),
                LineCodec.storeMoney(terms.price(), texts),
                Moments.store(terms.renewsAtMs()),
                terms.periodMs().isPresent() ? terms.periodMs().getAsLong() : null,
                contract.usage().reports().stream()
                        .map(report -> store(report, texts))
                        .toList(),
                contract.signals().all().stream()
                        .map(signal -> store(signal, texts))
                        .toList(),
                Moments.store(watch.assessedAtMs()),
                watch.pending().map(pending -> Moments.store(pending.sinceMs())).orElse(null),
                texts.place(watch.pending().map(pending -> pending.by().value())),
                Moments.store(watch.recoversAtMs()));
    }

    private static RunningContract read(StoredRunningContract stored, Texts texts) {
        return new RunningContract(
                Moments.read(stored.getStartedAt()),
                new EventId(texts.at(stored.getStartedBy())),
                new Terms(
                        Moments.read(stored.getToldAt()),
                        new EventId(texts.at(stored.getToldBy())),
                        LineCodec.readMoney(stored.getPrice(), texts),
                        Moments.find(stored.getRenewsAt()),
                        stored.getPeriodMs() == null ? OptionalLong.empty() : OptionalLong.of(stored.getPeriodMs())),
                new Usage(stored.getUsage().stream()
                        .map(report -> read(report, texts))
                        .toList()),
                new Signals(stored.getSignals().stream()
                        .map(signal -> read(signal, texts))
                        .toList()),
                new Watch(
                        Moments.read(stored.getAssessedAt()),
                        texts.find(stored.getPendingBy())
                                .map(by -> new Watch.Pending(
                                        Moments.readOr(0, stored.getPendingSince()), new EventId(by))),
                        Moments.find(stored.getRecoversAt())));
    }

    private static StoredUsage store(Usage.Report report, TextTable texts) {
        return new StoredUsage(
                texts.place(report.by().value()), Moments.store(report.atMs()), report.amount(), report.isLow());
    }

    private static Usage.Report read(StoredUsage stored, Texts texts) {
        return new Usage.Report(
                new EventId(texts.at(stored.getBy())), Moments.read(stored.getAt()), stored.getUsed(), stored.getLow());
    }

    private static StoredSignal store(Signal signal, TextTable texts) {
        return new StoredSignal(
                Codes.store(StoredSignalKind.class, signal.kind()),
                Moments.store(signal.atMs()),
                texts.place(signal.by().value()));
    }

    private static Signal read(StoredSignal stored, Texts texts) {
        return new Signal(
                Codes.read(SignalKind.class, stored.getKind()),
                Moments.read(stored.getAt()),
                new EventId(texts.at(stored.getBy())));
    }
}
