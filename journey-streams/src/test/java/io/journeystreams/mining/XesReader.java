package io.journeystreams.mining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XES as a tool would that knows nothing of ours, and refuses what IEEE 1849-2016 does not allow: the order of elements, the
 * types of values, keys that are there twice, prefixes of no extension, events without what is said to be global.
 */
final class XesReader {

    private static final List<String> ORDER = List.of("extension", "global", "classifier", "attribute", "trace");
    private static final Set<String> TYPES = Set.of("string", "date", "int", "float", "boolean", "id");

    private final XMLStreamReader xml;
    private final List<String> prefixes = new ArrayList<>();
    private final Map<String, List<String>> globals = new LinkedHashMap<>();
    private final Map<String, String> ofLog = new LinkedHashMap<>();
    private final List<Trace> traces = new ArrayList<>();
    private final List<String> classifierKeys = new ArrayList<>();

    private XesReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    record Log(Map<String, String> attributes, List<Trace> traces) {}

    record Trace(Map<String, String> attributes, List<Map<String, String>> events) {}

    static Log read(Path file) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return new XesReader(factory.createXMLStreamReader(plain, "UTF-8")).log();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new AssertionError("is not well-formed: " + e.getMessage(), e);
        }
    }

    private Log log() throws XMLStreamException {
        xml.nextTag();
        require(xml.getLocalName().equals("log"), "the root is " + xml.getLocalName());
        require(xml.getNamespaceURI() == null, "the schema has no namespace");
        Double.parseDouble(attribute("xes.version"));
        Deque<String> left = new ArrayDeque<>(ORDER);
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String kind = TYPES.contains(xml.getLocalName()) ? "attribute" : xml.getLocalName();
            while (!left.isEmpty() && !left.element().equals(kind)) {
                left.remove();
            }
            require(!left.isEmpty(), xml.getLocalName() + " does not belong there");
            part(kind);
        }
        classifierKeys.forEach(
                key -> require(globals.getOrDefault("event", List.of()).contains(key), key + " is not global"));
        require(xml.next() == XMLStreamConstants.END_DOCUMENT, "something follows the log");
        return new Log(ofLog, traces);
    }

    private void part(String kind) throws XMLStreamException {
        switch (kind) {
            case "extension" -> {
                require(!attribute("name").isEmpty() && attribute("uri").startsWith("http"), "an extension has both");
                prefixes.add(attribute("prefix"));
                end();
            }
            case "global" ->
                globals.computeIfAbsent(attribute("scope"), scope -> new ArrayList<>())
                        .addAll(attributes().keySet());
            case "classifier" -> {
                require(attribute("name").matches("[A-Za-z_][A-Za-z0-9._-]*"), "the name is an NCName");
                classifierKeys.addAll(List.of(attribute("keys").split(" ", -1)));
                end();
            }
            case "attribute" -> put(ofLog);
            default -> traces.add(trace());
        }
    }

    private Trace trace() throws XMLStreamException {
        Map<String, String> ofTrace = new LinkedHashMap<>();
        List<Map<String, String>> events = new ArrayList<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (xml.getLocalName().equals("event")) {
                Map<String, String> event = attributes();
                requireGlobals("event", event);
                events.add(event);
            } else {
                require(events.isEmpty(), "attributes of a trace come before its events");
                put(ofTrace);
            }
        }
        requireGlobals("trace", ofTrace);
        return new Trace(ofTrace, events);
    }

    private void requireGlobals(String scope, Map<String, String> attributes) {
        globals.getOrDefault(scope, List.of())
                .forEach(key -> require(attributes.containsKey(key), scope + " without " + key));
    }

    private Map<String, String> attributes() throws XMLStreamException {
        Map<String, String> attributes = new LinkedHashMap<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            put(attributes);
        }
        return attributes;
    }

    private void put(Map<String, String> attributes) throws XMLStreamException {
        String key = attribute("key");
        String value = attribute("value");
        require(key.matches("[A-Za-z_:][A-Za-z0-9._:-]*"), key + " is no name");
        require(!key.contains(":") || prefixes.contains(key.substring(0, key.indexOf(':'))), key + ": no extension");
        switch (xml.getLocalName()) {
            case "string" -> {}
            case "date" -> OffsetDateTime.parse(value);
            case "int" -> Long.parseLong(value);
            case "boolean" -> require(Set.of("true", "false").contains(value), value + " is no boolean");
            default -> throw new AssertionError(xml.getLocalName() + " is no type of ours");
        }
        require(attributes.put(key, value) == null, key + " is there twice");
        end();
    }

    private void end() throws XMLStreamException {
        require(xml.nextTag() == XMLStreamConstants.END_ELEMENT, "is empty");
    }

    private String attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name))
                .orElseThrow(() -> new AssertionError(xml.getLocalName() + " without " + name));
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("line " + xml.getLocation().getLineNumber() + ": " + what);
        }
    }
}
