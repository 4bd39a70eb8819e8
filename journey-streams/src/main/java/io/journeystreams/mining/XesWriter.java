package io.journeystreams.mining;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * XES as IEEE 1849-2016 describes it: extensions, globals and classifier, then traces. Elements are in no namespace, as in the
 * schema of the standard. The log itself has no attributes: the schemas of 2016 and 2023 differ in where they would stand.
 */
final class XesWriter implements LogWriter {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1849.2016" xes.features="">
              <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
              <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
              <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
              <global scope="trace">
                <string key="concept:name" value=""/>
              </global>
              <global scope="event">
                <string key="concept:name" value=""/>
                <date key="time:timestamp" value="1970-01-01T00:00:00.000+00:00"/>
                <string key="lifecycle:transition" value="complete"/>
              </global>
              <classifier name="Activity" scope="event" keys="concept:name"/>
            """;

    private final Writer out;

    XesWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        out.write(HEAD);
    }

    @Override
    public void add(JourneyCase journey) throws IOException {
        out.write("  <trace>\n");
        attribute("    ", LogField.CASE, journey);
        for (LogField<JourneyCase> field : LogField.OF_CASE) {
            attribute("    ", field, journey);
        }
        for (Move move : journey.moves()) {
            out.write("    <event>\n");
            for (LogField<Move> field : LogField.OF_EVENT) {
                attribute("      ", field, move);
            }
            out.write("    </event>\n");
        }
        out.write("  </trace>\n");
    }

    private <T> void attribute(String indent, LogField<T> field, T subject) throws IOException {
        Optional<String> value = field.of(subject);
        if (value.isPresent()) {
            String element = field.type().element();
            String text = LogText.inXmlAttribute(value.get());
            out.write(indent + "<" + element + " key=\"" + field.key() + "\" value=\"" + text + "\"/>\n");
        }
    }

    @Override
    public void end() throws IOException {
        out.write("</log>\n");
    }
}
