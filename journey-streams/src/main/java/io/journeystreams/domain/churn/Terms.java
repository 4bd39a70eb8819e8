package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Money;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was agreed last.
 *
 * @param toldAtMs epoch milliseconds
 * @param by the event that told of it
 * @param price of one period
 * @param renewsAtMs when the contract is renewed next, epoch milliseconds
 * @param periodMs from one renewal to the next, milliseconds
 */
public record Terms(long toldAtMs, EventId by, Optional<Money> price, OptionalLong renewsAtMs, OptionalLong periodMs) {

    private static final Comparator<Terms> BY_TIME = Comparator.comparingLong(Terms::toldAtMs)
            .thenComparing(terms -> terms.by().value());

    static Terms of(ContractAttributes told) {
        return new Terms(
                        told.occurrence().atMs(),
                        told.occurrence().id(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty())
                .begunBy(told);
    }

    /** A period begins: it lasts until the next renewal, or as long as the one before if none is named. */
    Terms begunBy(ContractAttributes told) {
        long atMs = told.occurrence().atMs();
        OptionalLong named = told.renewsAtMs();
        OptionalLong lastsMs =
                named.isPresent() && named.getAsLong() > atMs ? OptionalLong.of(named.getAsLong() - atMs) : periodMs;
        OptionalLong nextMs =
                named.isEmpty() && lastsMs.isPresent() ? OptionalLong.of(atMs + lastsMs.getAsLong()) : named;
        return new Terms(atMs, told.occurrence().id(), told.occurrence().total().or(() -> price), nextMs, lastsMs);
    }

    /** @param isPrice the total is the new price */
    Terms changedBy(ContractAttributes told, boolean isPrice) {
        OptionalLong named = told.renewsAtMs();
        Optional<Money> total = isPrice ? told.occurrence().total() : Optional.empty();
        return new Terms(
                told.occurrence().atMs(),
                told.occurrence().id(),
                total.or(() -> price),
                named.isPresent() ? named : renewsAtMs,
                periodMs);
    }

    /** The price of the renewals within a horizon, of one at least: what is paid until then is not what is lost. */
    Optional<Money> valueAtRisk(long atMs, long horizonMs) {
        return price.flatMap(one -> one.times(renewalsWithin(atMs, horizonMs)));
    }

    Terms union(Terms other) {
        return BY_TIME.compare(this, other) >= 0 ? this : other;
    }

    private int renewalsWithin(long atMs, long horizonMs) {
        if (renewsAtMs.isEmpty() || periodMs.isEmpty()) {
            return 1;
        }
        long untilLastMs = atMs + horizonMs - Math.max(renewsAtMs.getAsLong(), atMs);
        return untilLastMs < 0 ? 1 : (int) Math.min(Integer.MAX_VALUE, 1 + untilLastMs / periodMs.getAsLong());
    }
}
