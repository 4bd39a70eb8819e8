package io.journeystreams.load.oracle;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the input log: rules T1 to T3, T8, T9 and I7. */
final class Facts {
    static final Comparator<Fact> IN_ORDER =
            Comparator.comparingLong(Fact::atMs).thenComparingInt(Fact::rank).thenComparing(Fact::eventId);

    private static final Arrival NOT_KNOWN = new Arrival(Long.MIN_VALUE, 0);

    /** As they came into the journal; where that is not known, as they lie in the topics. */
    private static final Comparator<InputRecord> FIRST_COPY_FIRST = Comparator.<InputRecord, Arrival>comparing(
                    input -> input.arrival().orElse(NOT_KNOWN), Arrival.FIRST)
            .thenComparing(InputRecord::topic)
            .thenComparingInt(InputRecord::partition)
            .thenComparingLong(InputRecord::offset);

    private static final Set<String> NO_IDS = Set.of("", "-1", "null", "undefined", "anonymous");

    private final ShopRules rules;

    Facts(ShopRules rules) {
        this.rules = rules;
    }

    /** In event-time order, each event once. */
    List<Fact> read(List<InputRecord> log) {
        List<InputRecord> inOrder = new ArrayList<>(log);
        inOrder.sort(FIRST_COPY_FIRST);
        Set<String> seen = new HashSet<>();
        List<Fact> facts = new ArrayList<>();
        for (InputRecord input : inOrder) {
            Fact fact = read(input);
            boolean isNobodys = fact.crm() && fact.customer() == null; // a dead letter
            if (!isNobodys && seen.add(name(fact))) {
                facts.add(fact);
            }
        }
        facts.sort(IN_ORDER);
        return facts;
    }

    /** What every record says; of an event that was sent twice both say what came first. */
    Map<InputPlace, Fact> byPlace(List<InputRecord> log) {
        Map<String, Fact> first = new HashMap<>();
        read(log).forEach(fact -> first.put(name(fact), fact));
        Map<InputPlace, Fact> byPlace = new HashMap<>();
        log.forEach(input -> byPlace.put(input.place(), first.getOrDefault(name(read(input)), read(input))));
        return byPlace;
    }

    private static String name(Fact fact) {
        return fact.firstProfile() + " " + fact.eventId();
    }

    private Fact read(InputRecord input) {
        if (input.event() instanceof ClickstreamEvent click) {
            long atMs = atMs(click.getOccurredAt().toEpochMilli(), input.timestampMs());
            return new Fact(
                    click.getEventId(),
                    click.getType(),
                    atMs,
                    input.timestampMs(),
                    isTooLate(atMs, input.timestampMs()),
                    false,
                    id(click.getAnonymousId()),
                    click.getDevice(),
                    id(click.getCustomerId()),
                    click.getCartId(),
                    click.getCheckoutId(),
                    click.getOrderId(),
                    click.getLines(),
                    click.getAttributes());
        }
        CrmEvent crm = (CrmEvent) input.event();
        long atMs = atMs(crm.getOccurredAt().toEpochMilli(), input.timestampMs());
        return new Fact(
                crm.getEventId(),
                crm.getType(),
                atMs,
                input.timestampMs(),
                isTooLate(atMs, input.timestampMs()),
                true,
                id(crm.getAnonymousId()),
                crm.getDevice(),
                id(crm.getCustomerId()),
                crm.getCartId(),
                crm.getCheckoutId(),
                crm.getOrderId(),
                crm.getLines(),
                crm.getAttributes());
    }

    private long atMs(long occurredAtMs, long ingestedMs) {
        boolean inTheFuture =
                occurredAtMs > ingestedMs + rules.futureTolerance().toMillis();
        return inTheFuture ? ingestedMs : occurredAtMs;
    }

    private boolean isTooLate(long atMs, long ingestedMs) {
        return atMs < ingestedMs - rules.lateness().toMillis();
    }

    private static @Nullable String id(@Nullable String said) {
        if (said == null) {
            return null;
        }
        String plain = said.trim().toLowerCase(Locale.ROOT);
        return NO_IDS.contains(plain) || plain.matches("[0-]*") ? null : said;
    }
}
