package io.journeystreams.deploy.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A unit of systemd, line by line as it stands. */
record UnitFile(List<Directive> directives) {

    record Directive(String section, String name, String value) {}

    /** @throws IllegalArgumentException if a line is neither comment, section nor {@code Name=value} */
    static UnitFile read(Path file) throws IOException {
        List<Directive> directives = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1);
                continue;
            }
            int equals = line.indexOf('=');
            if (section.isEmpty() || equals < 1 || line.endsWith("\\")) {
                throw new IllegalArgumentException("no line of a unit: " + line);
            }
            directives.add(new Directive(section, line.substring(0, equals), line.substring(equals + 1)));
        }
        return new UnitFile(List.copyOf(directives));
    }

    /** All values of a directive of [Service], in order. */
    List<String> service(String name) {
        return directives.stream()
                .filter(each -> each.section().equals("Service") && each.name().equals(name))
                .map(Directive::value)
                .toList();
    }
}
