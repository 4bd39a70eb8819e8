package io.journeystreams.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** The contracts as they stand in {@code src/main/avro}, and as they were released in {@code src/main/frozen/v<n>}. */
final class ContractFiles {

    private static final Path CURRENT = Path.of("src/main/avro");
    private static final Path FROZEN = Path.of("src/main/frozen");
    private static final String SUFFIX = ".avsc";

    private ContractFiles() {}

    /** Every contract by its file name; records under {@code shared} are parts of them. */
    static SortedMap<String, Schema> current() {
        Schema.Parser shared = new Schema.Parser();
        List<Path> parts = schemaFiles(CURRENT.resolve("shared"));
        parseInAnyOrder(shared, parts);
        SortedMap<String, Schema> contracts = new TreeMap<>();
        for (Path file : schemaFiles(CURRENT)) {
            Schema.Parser parser =
                    new Schema.Parser().addTypes(shared.getTypes().values());
            contracts.put(nameOf(file), parse(parser, file));
        }
        return contracts;
    }

    /** Every released version of a contract by the name of its folder. */
    static SortedMap<String, Schema> frozen(String contract) {
        SortedMap<String, Schema> versions = new TreeMap<>();
        for (Path folder : entries(FROZEN)) {
            Path file = folder.resolve(contract + SUFFIX);
            if (Files.exists(file)) {
                versions.put(folder.getFileName().toString(), parse(new Schema.Parser(), file));
            }
        }
        return versions;
    }

    static void freeze(String version, String contract, Schema schema) throws IOException {
        Path folder = Files.createDirectories(FROZEN.resolve(version));
        Files.writeString(folder.resolve(contract + SUFFIX), SchemaFormatter.format("json/pretty", schema) + "\n");
    }

    /** Parts name each other; a part whose parts are not known yet is tried again after the others. */
    private static void parseInAnyOrder(Schema.Parser parser, List<Path> parts) {
        List<Path> waiting = parts;
        while (!waiting.isEmpty()) {
            List<Path> before = waiting;
            waiting = before.stream().filter(part -> !parsed(parser, part)).toList();
            if (waiting.size() == before.size()) {
                parse(parser, waiting.get(0));
            }
        }
    }

    private static boolean parsed(Schema.Parser parser, Path part) {
        try {
            Schema.Parser trial = new Schema.Parser().addTypes(parser.getTypes().values());
            parser.addTypes(List.of(parse(trial, part)));
            return true;
        } catch (AvroRuntimeException notYet) {
            return false;
        }
    }

    private static Schema parse(Schema.Parser parser, Path file) {
        try {
            return parser.parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> schemaFiles(Path folder) {
        return entries(folder).stream()
                .filter(path -> path.toString().endsWith(SUFFIX))
                .toList();
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
