package io.journeystreams.local.registry;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Decides with Avro's own rules whether a schema may follow earlier ones. */
final class CompatibilityRules {

    private CompatibilityRules() {}

    /**
     * Why the candidate may not follow the earlier versions; empty if it may.
     *
     * @param earlier oldest first
     */
    static List<String> violations(CompatibilityLevel level, Schema candidate, List<Schema> earlier) {
        int from = level.isTransitive() ? 0 : Math.max(0, earlier.size() - 1);
        return earlier.subList(from, earlier.size()).stream()
                .flatMap(old -> violations(level, candidate, old))
                .toList();
    }

    private static Stream<String> violations(CompatibilityLevel level, Schema candidate, Schema old) {
        Stream<String> backward =
                level.newReadsOld() ? unreadable("new schema cannot read old data", candidate, old) : Stream.empty();
        Stream<String> forward =
                level.oldReadsNew() ? unreadable("old schema cannot read new data", old, candidate) : Stream.empty();
        return Stream.concat(backward, forward);
    }

    private static Stream<String> unreadable(String claim, Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(found -> claim + ": " + describe(found));
    }

    private static String describe(Incompatibility found) {
        return found.getType() + " at " + found.getLocation() + ": " + found.getMessage();
    }
}
