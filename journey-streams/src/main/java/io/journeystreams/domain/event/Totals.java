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
        Optional<Money> sum = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            Optional<Money> value = value(lines.get(i));
            sum = i == 0 ? value : sum.flatMap(known -> value.flatMap(known::plus));
        }
        return sum;
    }

    private static Optional<Money> value(Line line) {
        return line.unitPrice().flatMap(price -> price.times(line.quantity()));
    }
}
