package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Money;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Orders that are only counted any more.
 *
 * @param days with an order
 * @param firstAtMs of the first, epoch milliseconds; meaningless without any
 * @param lastAtMs of the first order on the last day, epoch milliseconds; meaningless without any
 * @param lastBy the event of the last
 * @param spent total of those that have one in the currency of the first
 * @param valued how many these are
 * @param cohort what the first says; empty if it does not matter
 */
public record Past(
        int days,
        long firstAtMs,
        long lastAtMs,
        Optional<EventId> lastBy,
        Optional<Money> spent,
        int valued,
        Optional<String> cohort) {

    public static final Past NONE = new Past(0, 0, 0, Optional.empty(), Optional.empty(), 0, Optional.empty());

    private static final Comparator<Past> BY_BEGINNING = Comparator.comparingLong(Past::firstAtMs)
            .thenComparing(past -> past.cohort().orElse(""));

    Past with(Buying.Order order) {
        boolean isOnly = days == 0;
        boolean isFirst = isOnly || order.atMs() < firstAtMs;
        boolean isNewDay = isOnly || Buying.day(order.atMs()) != Buying.day(lastAtMs);
        Past next = new Past(
                isNewDay ? days + 1 : days,
                isFirst ? order.atMs() : firstAtMs,
                isNewDay ? Math.max(isOnly ? order.atMs() : lastAtMs, order.atMs()) : lastAtMs,
                Optional.of(order.by()),
                spent,
                valued,
                isFirst ? order.cohort() : cohort);
        return next.spending(order.total());
    }

    Past spending(Optional<Money> total) {
        if (total.isEmpty()) {
            return this;
        }
        Optional<Money> sum = spent.isEmpty() ? total : spent.get().plus(total.get());
        return sum.isEmpty() ? this : new Past(days, firstAtMs, lastAtMs, lastBy, sum, valued + 1, cohort);
    }

    Optional<Money> meanOrderValue() {
        return spent.map(sum -> new Money(sum.tenThousandths() / valued, sum.currency()));
    }

    Past union(Past other) {
        if (days == 0 || other.days == 0) {
            return days == 0 ? other : this;
        }
        Past later = Comparator.comparingLong(Past::lastAtMs)
                                .thenComparing(past ->
                                        past.lastBy().map(EventId::value).orElse(""))
                                .compare(this, other)
                        >= 0
                ? this
                : other;
        Past earlier = BY_BEGINNING.compare(this, other) <= 0 ? this : other;
        boolean isSharedDay = Buying.day(lastAtMs) == Buying.day(other.lastAtMs);
        Optional<Money> sum = Stream.concat(spent.stream(), other.spent.stream())
                .sorted(Comparator.comparing(Money::currency))
                .reduce((one, more) -> one.plus(more).orElse(one));
        return new Past(
                days + other.days - (isSharedDay ? 1 : 0),
                earlier.firstAtMs,
                later.lastAtMs,
                later.lastBy,
                sum,
                valuedIn(sum) + other.valuedIn(sum),
                earlier.cohort);
    }

    private int valuedIn(Optional<Money> sum) {
        return spent.map(Money::currency).equals(sum.map(Money::currency)) ? valued : 0;
    }
}
