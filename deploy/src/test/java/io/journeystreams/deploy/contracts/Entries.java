package io.journeystreams.deploy.contracts;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps whose entries stay in the order in which they are said. */
final class Entries {

    private Entries() {}

    /** @param namesAndValues in turn */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            entries.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return entries;
    }
}
