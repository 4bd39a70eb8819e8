package io.journeystreams.intake.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table that says what the names and fields of a vocabulary mean to us.
 *
 * @param absent texts that stand for nothing
 * @param pairs lists to be read as objects
 * @param name where the event's name stands
 * @param detail where stands what tells events of one name apart
 * @param events our types by {@link TypeName#of name}; events of other names are touchpoints of their own name
 */
record Mapping(
        Set<String> absent,
        Map<String, PairList> pairs,
        List<ValueSource> name,
        List<ValueSource> detail,
        Map<String, EventType> events,
        Map<EventField, List<ValueSource>> fields,
        LineMapping lines,
        AttributeMapping attributes) {

    Mapping {
        absent = Set.copyOf(absent);
        pairs = Overlay.inOrder(pairs);
        name = List.copyOf(name);
        detail = List.copyOf(detail);
        events = Overlay.inOrder(events);
        fields = Overlay.inOrder(fields);
    }

    /** What this mapping does not say, the other does. */
    Mapping over(Mapping base) {
        return new Mapping(
                Overlay.of(absent, base.absent),
                Overlay.of(pairs, base.pairs),
                Overlay.of(name, base.name),
                Overlay.of(detail, base.detail),
                Overlay.of(events, base.events),
                Overlay.of(fields, base.fields),
                lines.over(base.lines),
                attributes.over(base.attributes));
    }
}
