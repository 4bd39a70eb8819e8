package io.journeystreams.intake.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the value of a field comes from. A field has several, of which the first that has one counts. */
sealed interface ValueSource {

    /**
     * What stands at a place of the document.
     *
     * @param values what its values mean, in lower case; others do not count. Empty: the value itself counts
     * @param types types of event that it holds for; empty: all
     * @param unit of a time
     */
    record At(FieldPath path, Map<String, String> values, Set<String> types, TimeUnit unit) implements ValueSource {

        public At {
            values = Overlay.inOrder(values);
            types = Set.copyOf(types);
        }
    }

    /** The same in every event. */
    record Constant(String text) implements ValueSource {}

    /** An id made of what stands at these places, if something stands at each. */
    record Derived(List<FieldPath> paths) implements ValueSource {

        public Derived {
            paths = List.copyOf(paths);
        }
    }

    /** How a time is written. */
    enum TimeUnit {
        /** Text, in UTC where it says no zone. */
        ISO,
        SECONDS,
        MILLIS,
        MICROS
    }
}
