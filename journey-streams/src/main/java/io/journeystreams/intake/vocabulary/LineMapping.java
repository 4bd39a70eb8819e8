package io.journeystreams.intake.vocabulary;

import java.util.List;
import java.util.Map;

/**
 * How lines are read.
 *
 * @param from where they stand; the first place that has any counts. A list holds lines only; an object that is no list is a line
 *     if it names a product
 * @param fields in relation to the line
 * @param whenAbsent other types for events that have no list, since a cart without one is not known to be empty
 * @param whenEmpty other types for events whose list is empty
 */
record LineMapping(
        List<FieldPath> from,
        Map<LineField, List<ValueSource>> fields,
        Map<String, String> whenAbsent,
        Map<String, String> whenEmpty) {

    LineMapping {
        from = List.copyOf(from);
        fields = Overlay.inOrder(fields);
        whenAbsent = Overlay.inOrder(whenAbsent);
        whenEmpty = Overlay.inOrder(whenEmpty);
    }

    LineMapping over(LineMapping base) {
        return new LineMapping(
                Overlay.of(from, base.from),
                Overlay.of(fields, base.fields),
                Overlay.of(whenAbsent, base.whenAbsent),
                Overlay.of(whenEmpty, base.whenEmpty));
    }
}
