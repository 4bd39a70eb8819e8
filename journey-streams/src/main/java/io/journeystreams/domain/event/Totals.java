package io.journeystreams.domain.event;

import java.util.List;
import java.util.Optional;

/** Sums over lines. */
public final class Totals {

    private Totals() {}

    /**
     * Quantity times price over all lines; absent where there are none, a price is missing, currencies differ, or the sum does
     * not fit the contracts.
     */
    public static Optional<Money> of(List<Line> lines) {
        return lines.stream()
                .map(line -> line.unitPrice().flatMap(price -> price.times(line.quantity())))
                .reduce((sum, value) -> sum.flatMap(known -> value.flatMap(known::plus)))
                .flatMap(sum -> sum);
    }
}
