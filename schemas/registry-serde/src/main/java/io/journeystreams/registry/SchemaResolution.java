package io.journeystreams.registry;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericDatumReader;

/**
 * Whether a writer's schema may be read as ours at all. Avro settles names and types field by field while it decodes; three
 * things it does not see, and this does: a record of another name whose fields happen to fit; a number of another unit (Avro
 * reads a decimal of scale 2 with the reader's scale 4, and microseconds as milliseconds, without a word); and a list whose
 * elements take no bytes, which a few bytes could make as long as they like.
 */
final class SchemaResolution {

    private static final int MAX_DEPTH = 32;

    private SchemaResolution() {}

    /** Why not; empty if Avro may try. */
    static Optional<String> objection(Schema writer, Schema reader) {
        if (!isSameRecord(writer, reader)) {
            return Optional.of("writer's schema is " + writer.getName() + ", expected " + reader.getName());
        }
        return holdsListOfNothing(writer, Collections.newSetFromMap(new IdentityHashMap<>()))
                ? Optional.of("a list's elements take no bytes, so its length is unbounded")
                : unitConflict(writer, reader, reader.getName(), 0);
    }

    private static boolean isSameRecord(Schema writer, Schema reader) {
        return writer.getType() == Schema.Type.RECORD
                && (writer.getName().equals(reader.getName())
                        || reader.getAliases().contains(writer.getFullName()));
    }

    private static boolean holdsListOfNothing(Schema schema, Set<Schema> seen) {
        if (!seen.add(schema)) {
            return false;
        }
        return switch (schema.getType()) {
            case RECORD -> schema.getFields().stream().anyMatch(field -> holdsListOfNothing(field.schema(), seen));
            case UNION -> schema.getTypes().stream().anyMatch(branch -> holdsListOfNothing(branch, seen));
            case MAP -> holdsListOfNothing(schema.getValueType(), seen);
            case ARRAY ->
                GenericDatumReader.isZeroByteSchema(schema.getElementType())
                        || holdsListOfNothing(schema.getElementType(), seen);
            default -> false;
        };
    }

    private static Optional<String> unitConflict(Schema writer, Schema reader, String path, int depth) {
        if (depth > MAX_DEPTH) {
            return Optional.of(path + " is nested deeper than " + MAX_DEPTH);
        }
        if (writer.getType() == Schema.Type.UNION) {
            return first(writer.getTypes(), branch -> unitConflict(branch, reader, path, depth + 1));
        }
        if (reader.getType() == Schema.Type.UNION) {
            return first(reader.getTypes(), branch -> conflictWithBranch(writer, branch, path, depth + 1));
        }
        if (writer.getType() != reader.getType()) {
            return Optional.empty();
        }
        return switch (reader.getType()) {
            case RECORD -> first(reader.getFields(), field -> fieldConflict(writer, field, path, depth + 1));
            case ARRAY -> unitConflict(writer.getElementType(), reader.getElementType(), path + "[]", depth + 1);
            case MAP -> unitConflict(writer.getValueType(), reader.getValueType(), path + "{}", depth + 1);
            default ->
                sameUnit(writer, reader)
                        ? Optional.empty()
                        : Optional.of(path + " is written as " + unit(writer) + ", expected " + unit(reader));
        };
    }

    /** A writer's record goes with the branch of its own name only. */
    private static Optional<String> conflictWithBranch(Schema writer, Schema branch, String path, int depth) {
        boolean isOtherRecord =
                writer.getType() == Schema.Type.RECORD && !writer.getFullName().equals(branch.getFullName());
        return isOtherRecord ? Optional.empty() : unitConflict(writer, branch, path, depth);
    }

    private static Optional<String> fieldConflict(Schema writer, Field reader, String path, int depth) {
        Field written = writer.getField(reader.name());
        return written == null
                ? Optional.empty()
                : unitConflict(written.schema(), reader.schema(), path + "." + reader.name(), depth);
    }

    /** A plain long may stand for a time in milliseconds, as many producers write it; plain bytes stand for no decimal. */
    private static boolean sameUnit(Schema writer, Schema reader) {
        LogicalType written = writer.getLogicalType();
        LogicalType expected = reader.getLogicalType();
        if (expected instanceof Decimal decimal) {
            return written instanceof Decimal other && other.getScale() == decimal.getScale();
        }
        return written == null || expected == null || written.getName().equals(expected.getName());
    }

    private static String unit(Schema schema) {
        LogicalType type = schema.getLogicalType();
        if (type instanceof Decimal decimal) {
            return "decimal of scale " + decimal.getScale();
        }
        return type == null ? schema.getType().getName() : type.getName();
    }

    private static <E> Optional<String> first(Iterable<E> elements, Function<E, Optional<String>> conflict) {
        for (E element : elements) {
            Optional<String> found = conflict.apply(element);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
