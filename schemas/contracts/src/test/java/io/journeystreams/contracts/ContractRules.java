package io.journeystreams.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.SchemaCompatibility;

/**
 * What a contract must keep to (O4): FULL_TRANSITIVE compatible with every released version, enums with a default, times as
 * timestamp-millis, money as decimal. Each rule returns the breaches, as sentences; none if it is kept.
 */
final class ContractRules {

    private static final Pattern TIME = Pattern.compile(".*(At|[dD]eadline|notBefore|[tT]imestamp)|time");
    private static final Pattern MONEY = Pattern.compile(".*([pP]rice|[tT]otal|[vV]alue|[aA]mount)");
    private static final List<Schema.Type> NUMBERS =
            List.of(Schema.Type.INT, Schema.Type.LONG, Schema.Type.FLOAT, Schema.Type.DOUBLE, Schema.Type.BYTES);

    private ContractRules() {}

    static List<String> releaseBreaches(Schema current, Map<String, Schema> frozen) {
        List<String> breaches = new ArrayList<>();
        if (frozen.isEmpty()) {
            breaches.add(current.getName() + " has no frozen copy");
        }
        frozen.forEach((version, released) -> {
            breaches.addAll(unreadable(version + " by today's", current, released));
            breaches.addAll(unreadable("today's by " + version, released, current));
            breaches.addAll(changedUnits(version, current, released));
            breaches.addAll(lostSymbols(version, current, released));
        });
        return breaches;
    }

    static List<String> formBreaches(Schema contract) {
        List<String> breaches = new ArrayList<>();
        parts(contract).forEach((path, schema) -> {
            if (schema.getType() == Schema.Type.ENUM && schema.getEnumDefault() == null) {
                breaches.add(path + " is an enum without a default symbol");
            }
            if (NUMBERS.contains(schema.getType())) {
                numberBreach(path, schema, breaches);
            }
        });
        return breaches;
    }

    private static void numberBreach(String path, Schema schema, List<String> breaches) {
        String field = lastName(path);
        LogicalType unit = schema.getLogicalType();
        if (TIME.matcher(field).matches() && (unit == null || !unit.getName().equals("timestamp-millis"))) {
            breaches.add(path + " is a time and no timestamp-millis");
        }
        if (MONEY.matcher(field).matches() && !(unit instanceof Decimal)) {
            breaches.add(path + " is money and no decimal");
        }
    }

    private static List<String> unreadable(String what, Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(found -> what + ": " + found.getType() + " at " + found.getLocation() + " " + found.getMessage())
                .toList();
    }

    /** Avro does not compare these: it would read a decimal of scale 2 as one of scale 4. */
    private static List<String> changedUnits(String version, Schema current, Schema released) {
        SortedMap<String, Schema> before = parts(released);
        return parts(current).entrySet().stream()
                .filter(part -> before.containsKey(part.getKey()))
                .filter(part -> !unit(part.getValue()).equals(unit(before.get(part.getKey()))))
                .map(part -> part.getKey() + " was " + unit(before.get(part.getKey())) + " in " + version + " and is "
                        + unit(part.getValue()))
                .toList();
    }

    /** With a default symbol Avro lets a symbol go, and old records lose their meaning. */
    private static List<String> lostSymbols(String version, Schema current, Schema released) {
        SortedMap<String, Schema> now = parts(current);
        return parts(released).entrySet().stream()
                .filter(part -> part.getValue().getType() == Schema.Type.ENUM && now.containsKey(part.getKey()))
                .filter(part -> !now.get(part.getKey())
                        .getEnumSymbols()
                        .containsAll(part.getValue().getEnumSymbols()))
                .map(part -> part.getKey() + " lost a symbol of " + version)
                .toList();
    }

    private static String unit(Schema schema) {
        LogicalType unit = schema.getLogicalType();
        return unit instanceof Decimal decimal
                ? "decimal(" + decimal.getPrecision() + "," + decimal.getScale() + ")"
                : unit == null ? "plain" : unit.getName();
    }

    /** Every schema inside a contract by where it stands: {@code lines[].unitPrice|bytes}. */
    private static SortedMap<String, Schema> parts(Schema contract) {
        SortedMap<String, Schema> parts = new TreeMap<>();
        collect(contract.getName(), contract, parts);
        return parts;
    }

    private static void collect(String path, Schema schema, SortedMap<String, Schema> parts) {
        switch (schema.getType()) {
            case RECORD -> {
                for (Field field : schema.getFields()) {
                    collect(path + "." + field.name(), field.schema(), parts);
                }
            }
            case ARRAY -> collect(path + "[]", schema.getElementType(), parts);
            case MAP -> collect(path + "{}", schema.getValueType(), parts);
            case UNION -> schema.getTypes().forEach(branch -> collect(path + "|" + branch.getName(), branch, parts));
            default -> parts.put(path, schema);
        }
    }

    private static String lastName(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        return last.split("[\\[{|]", -1)[0];
    }
}
