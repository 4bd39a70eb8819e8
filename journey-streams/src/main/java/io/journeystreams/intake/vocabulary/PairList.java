package io.journeystreams.intake.vocabulary;

import java.util.List;

/**
 * A list of keys and values that is read as an object: {@code [{"key":"a","value":{"int":1}}]} as {@code {"a":1}}.
 *
 * @param at name of the list in the document, at its top; something else than a list is left as it is
 * @param key where the key stands in an element
 * @param values where the value stands; the first that has one counts
 */
record PairList(String at, FieldPath key, List<FieldPath> values) {

    PairList {
        values = List.copyOf(values);
    }
}
