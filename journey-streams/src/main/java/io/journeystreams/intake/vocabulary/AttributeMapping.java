package io.journeystreams.intake.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is kept beside the fields.
 *
 * @param named attributes that the rules know by name
 * @param from objects whose single values are kept under their own names, where no field was filled by them
 * @param without names, in lower case, that are never kept: contact data has no place here (rule O6)
 */
record AttributeMapping(Map<String, List<ValueSource>> named, List<FieldPath> from, Set<String> without) {

    AttributeMapping {
        named = Overlay.inOrder(named);
        from = List.copyOf(from);
        without = Set.copyOf(without);
    }

    AttributeMapping over(AttributeMapping base) {
        return new AttributeMapping(
                Overlay.of(named, base.named), Overlay.of(from, base.from), Overlay.of(without, base.without));
    }
}
