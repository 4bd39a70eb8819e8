package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.EventId;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A contract that a customer is bound by.
 *
 * @param startedAtMs from which tenure counts, epoch milliseconds; of one nobody saw beginning, the first event that tells of it
 * @param startedBy that event
 */
public record RunningContract(
        long startedAtMs, EventId startedBy, Terms terms, Usage usage, Signals signals, Watch watch) {

    /** So long before a renewal it is near. */
    private static final Duration NEAR = Duration.ofDays(30);

    private static final Comparator<RunningContract> BY_START = Comparator.comparingLong(RunningContract::startedAtMs)
            .thenComparing(contract -> contract.startedBy().value());

    static RunningContract begunBy(ContractAttributes told) {
        long atMs = told.occurrence().atMs();
        return new RunningContract(
                told.startedAtMs(),
                told.occurrence().id(),
                Terms.of(told),
                Usage.NONE,
                Signals.NONE,
                Watch.quietAt(atMs));
    }

    long tenureMs(long atMs) {
        return Math.max(0, atMs - startedAtMs);
    }

    RunningContract with(Terms next) {
        return new RunningContract(startedAtMs, startedBy, next, usage, signals, watch);
    }

    RunningContract with(Signals next) {
        return new RunningContract(startedAtMs, startedBy, terms, usage, next, watch);
    }

    RunningContract with(Watch next) {
        return new RunningContract(startedAtMs, startedBy, terms, usage, signals, next);
    }

    RunningContract with(Signal signal) {
        return with(signals.with(signal));
    }

    /** The renewal that was near has come, and what was pending begins anew. */
    RunningContract renewed(Terms next) {
        return with(next).with(signals.without(SignalKind.RENEWAL_NEAR)).with(Watch.quietAt(watch.assessedAtMs()));
    }

    RunningContract switched(boolean autoRenew, Signal off) {
        if (autoRenew) {
            return with(signals.without(SignalKind.AUTO_RENEW_OFF));
        }
        return signals.has(SignalKind.AUTO_RENEW_OFF) ? this : with(off);
    }

    /** Usage that is not low any more takes back that a renewal is near and usage low. */
    RunningContract using(EventId by, long atMs, double amount) {
        Usage next = usage.with(by, atMs, amount);
        boolean isLow = next.low().isPresent();
        Signals told = isLow
                ? signals.with(new Signal(SignalKind.LOW_USAGE, atMs, by))
                : signals.without(SignalKind.RENEWAL_NEAR);
        return new RunningContract(startedAtMs, startedBy, terms, next, told, watch);
    }

    /** From when on the renewal is near, epoch milliseconds; empty if that has been said or there is nothing to say. */
    OptionalLong renewalNearAtMs() {
        boolean isSaid = usage.low().isEmpty() || signals.has(SignalKind.RENEWAL_NEAR);
        return isSaid || terms.renewsAtMs().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(terms.renewsAtMs().getAsLong() - NEAR.toMillis());
    }

    /** With the signal that the renewal is near, if it is. */
    RunningContract lookingAhead(long atMs) {
        OptionalLong nearAtMs = renewalNearAtMs();
        boolean isNear = nearAtMs.isPresent()
                && nearAtMs.getAsLong() <= atMs
                && atMs < terms.renewsAtMs().getAsLong();
        Optional<Usage.Report> low = usage.low().filter(report -> isNear);
        return low.map(report -> with(new Signal(SignalKind.RENEWAL_NEAR, atMs, report.by())))
                .orElse(this);
    }

    /** The event to which it is due that things are as they are. */
    EventId lastEvent() {
        return signals.last().map(Signal::by).orElse(startedBy);
    }

    RunningContract union(RunningContract other) {
        RunningContract earlier = BY_START.compare(this, other) <= 0 ? this : other;
        return new RunningContract(
                earlier.startedAtMs,
                earlier.startedBy,
                terms.union(other.terms),
                usage.union(other.usage),
                signals.union(other.signals),
                watch.union(other.watch));
    }
}
