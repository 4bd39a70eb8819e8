package io.journeystreams.backtest;

import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.fact.FactOutput;
import io.journeystreams.domain.service.Friction;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stood in customers' way, the most value at stake first (rule M4). What was retracted does not count. */
final class FrictionRanking {

    private final Map<String, Friction> standing = new HashMap<>();

    /**
     * Friction of one kind.
     *
     * @param value at stake each time, summed; by currency
     */
    record Rank(Friction.Kind kind, long count, Map<String, BigDecimal> value) {

        Rank {
            value = Map.copyOf(value);
        }

        /** {@code 12 payment_failed (340.00 EUR)} */
        String inWords() {
            String sums = new TreeMap<>(value)
                    .entrySet().stream()
                            .map(sum -> Money.of(sum.getValue(), sum.getKey()).plainAmount() + " " + sum.getKey())
                            .collect(Collectors.joining(", "));
            String name = kind.name().toLowerCase(Locale.ROOT);
            return count + " " + name + (sums.isEmpty() ? "" : " (" + sums + ")");
        }

        private BigDecimal largest() {
            return value.values().stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        }
    }

    void add(FactOutput<Friction> output) {
        if (output.state() == FactOutput.State.RETRACTED) {
            standing.remove(output.id());
        } else {
            standing.put(output.id(), output.fact());
        }
    }

    List<Rank> ranks() {
        Map<Friction.Kind, Long> counts = new EnumMap<>(Friction.Kind.class);
        Map<Friction.Kind, Map<String, BigDecimal>> values = new EnumMap<>(Friction.Kind.class);
        for (Friction friction : standing.values()) {
            counts.merge(friction.kind(), 1L, Long::sum);
            Map<String, BigDecimal> sums = values.computeIfAbsent(friction.kind(), kind -> new HashMap<>());
            friction.valueLost().ifPresent(lost -> sums.merge(lost.currency(), lost.amount(), BigDecimal::add));
        }
        return counts.entrySet().stream()
                .map(entry -> new Rank(entry.getKey(), entry.getValue(), values.getOrDefault(entry.getKey(), Map.of())))
                .sorted(Comparator.comparing(Rank::largest)
                        .thenComparing(Rank::count)
                        .reversed()
                        .thenComparing(Rank::kind))
                .toList();
    }
}
