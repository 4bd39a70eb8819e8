package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Occurrence;
import java.util.List;
import java.util.Optional;

/**
 * What events and time make of the knowledge about a contract (rules C2, C3). Whatever tells of a contract that nobody saw beginning shows
 * that there is one; one that has ended begins anew with {@code subscription_started} or {@code subscription_renewed} alone.
 */
final class ContractRules {

    private ContractRules() {}

    static Churn apply(Churn before, ChurnOccasion occasion, ChurnPolicy policy) {
        Occurrence occurrence = occasion.event().occurrence();
        Optional<ContractEvent> told = ContractEvent.of(occurrence.type());
        if (told.isEmpty() && occasion.signals().isEmpty() && !occasion.isPurchase()) {
            return before;
        }
        Churn paid =
                occasion.isPurchase() ? before.ending(ChurnKind.INVOLUNTARY, ChurnReason.PAYMENT, occurrence) : before;
        Churn next = told.map(event -> told(paid, event, new ContractAttributes(occurrence), policy))
                .orElse(paid);
        return signalled(before, next, occasion.signals(), occurrence.atMs(), Optional.of(occurrence.id()), policy);
    }

    /**
     * Signals that an event or time alone has brought.
     *
     * @param by the event, if it was one
     */
    static Churn signalled(
            Churn before, Churn now, List<Signal> signals, long atMs, Optional<EventId> by, ChurnPolicy policy) {
        Churn next = now;
        for (Signal signal : signals) {
            next = with(next, signal);
        }
        return ContractAlert.assess(before, next, atMs, by, policy);
    }

    /** With what other weights say, or what the contracts of two profiles say that are one now. */
    static Churn solvedAnew(Churn known, ChurnPolicy policy) {
        return known.contract()
                .running()
                .map(contract ->
                        ContractAlert.assess(known, known, contract.watch().assessedAtMs(), Optional.empty(), policy))
                .orElse(known);
    }

    private static Churn told(Churn before, ContractEvent event, ContractAttributes told, ChurnPolicy policy) {
        return switch (event) {
            case STARTED -> renewed(before, told, ChurnReason.RESUBSCRIBED);
            case RENEWED -> renewed(before, told, ChurnReason.PAYMENT);
            case UPGRADED -> changed(before, told, true);
            case DOWNGRADED -> with(changed(before, told, true), signal(SignalKind.DOWNGRADE, told));
            case UPDATED -> updated(changed(before, told, false), told);
            case CANCEL_REQUESTED ->
                known(before, told)
                        .map(next -> CancellationAlert.requested(next, told))
                        .orElse(before);
            case CANCEL_WITHDRAWN -> before.ending(ChurnKind.VOLUNTARY, ChurnReason.RESUBSCRIBED, told.occurrence());
            case CANCELLED -> ended(before, told, policy);
            case RENEWAL_FAILED ->
                known(before, told).map(next -> RenewalAlert.failed(next, told)).orElse(before);
            case USAGE_REPORTED -> used(before, told);
            case SURVEY_ANSWERED ->
                told.isDissatisfied() ? with(before, signal(SignalKind.LOW_SATISFACTION, told)) : before;
            case DATA_EXPORTED -> with(before, signal(SignalKind.DATA_EXPORT, told));
            case CANCEL_PAGE_VIEWED -> with(before, signal(SignalKind.CANCEL_PAGE, told));
        };
    }

    /** @param paid why the renewal's alert and that of signals are over */
    private static Churn renewed(Churn before, ContractAttributes told, ChurnReason paid) {
        RunningContract contract = before.contract()
                .running()
                .map(running -> running.renewed(running.terms().begunBy(told)))
                .orElseGet(() -> RunningContract.begunBy(told));
        return before.with(before.contract().with(contract))
                .ending(ChurnKind.NON_CONTRACTUAL, ChurnReason.RESUBSCRIBED, told.occurrence())
                .ending(ChurnKind.VOLUNTARY, ChurnReason.RESUBSCRIBED, told.occurrence())
                .ending(ChurnKind.INVOLUNTARY, paid, told.occurrence())
                .ending(ChurnKind.CONTRACTUAL, paid, told.occurrence());
    }

    private static Churn changed(Churn before, ContractAttributes told, boolean isPrice) {
        return known(before, told)
                .flatMap(next -> next.contract()
                        .running()
                        .map(running -> next.with(next.contract()
                                .with(running.with(running.terms().changedBy(told, isPrice))))))
                .orElse(before);
    }

    private static Churn updated(Churn before, ContractAttributes told) {
        Optional<Boolean> autoRenew = told.autoRenew();
        Signal off = signal(SignalKind.AUTO_RENEW_OFF, told);
        return before.contract()
                .running()
                .flatMap(running -> autoRenew.map(isOn -> running.switched(isOn, off)))
                .map(running -> before.with(before.contract().with(running)))
                .orElse(before);
    }

    private static Churn used(Churn before, ContractAttributes told) {
        Optional<RunningContract> running = before.contract().running();
        if (running.isEmpty() || told.amount().isEmpty()) {
            return before;
        }
        Occurrence report = told.occurrence();
        return before.with(before.contract()
                .with(running.get()
                        .using(report.id(), report.atMs(), told.amount().getAsDouble())));
    }

    /** From now on silence counts. */
    private static Churn ended(Churn before, ContractAttributes told, ChurnPolicy policy) {
        if (before.contract().isOver()) {
            return before;
        }
        long atMs = told.occurrence().atMs();
        Churn next = before.ending(ChurnKind.VOLUNTARY, ChurnReason.CHURNED, told.occurrence())
                .ending(ChurnKind.INVOLUNTARY, ChurnReason.CHURNED, told.occurrence())
                .ending(ChurnKind.CONTRACTUAL, ChurnReason.CHURNED, told.occurrence());
        Outlook outlook = before.contract().isActive()
                ? Outlook.of(next.buying(), policy, Math.max(atMs, next.judged().sinceMs()))
                : next.outlook();
        return next.with(next.contract().ended(atMs)).with(outlook);
    }

    /** With the contract that there must be; empty if it has ended. */
    private static Optional<Churn> known(Churn before, ContractAttributes told) {
        if (before.contract().isActive()) {
            return Optional.of(before);
        }
        if (before.contract().isOver()) {
            return Optional.empty();
        }
        return Optional.of(before.with(before.contract().with(RunningContract.begunBy(told)))
                .ending(ChurnKind.NON_CONTRACTUAL, ChurnReason.RESUBSCRIBED, told.occurrence()));
    }

    private static Churn with(Churn next, Signal signal) {
        return next.contract()
                .running()
                .map(running -> next.with(next.contract().with(running.with(signal))))
                .orElse(next);
    }

    private static Signal signal(SignalKind kind, ContractAttributes told) {
        return new Signal(kind, told.occurrence().atMs(), told.occurrence().id());
    }
}
