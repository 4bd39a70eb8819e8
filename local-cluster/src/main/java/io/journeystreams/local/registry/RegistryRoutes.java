package io.journeystreams.local.registry;

import io.journeystreams.local.registry.SchemaStore.SubjectVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Confluent's REST API over a {@link SchemaStore}: which path means what, and the JSON of each answer. */
final class RegistryRoutes {

    private final SchemaStore store;

    RegistryRoutes(SchemaStore store) {
        this.store = store;
    }

    /** The answer, to be written as JSON. Throws {@link RegistryRefusal} for everything that is refused. */
    Object answer(RegistryRequest request) {
        List<String> path = request.path();
        if (path.isEmpty()) {
            return Map.of();
        }
        return switch (path.get(0)) {
            case "subjects" -> subjects(request, path);
            case "schemas" -> schemas(request, path);
            case "compatibility" -> compatibility(request, path);
            case "config" -> config(request, path);
            case "mode" -> mode(request, path);
            default -> throw noSuchPath(path);
        };
    }

    private Object subjects(RegistryRequest request, List<String> path) {
        if (path.size() == 1) {
            onlyGet(request);
            return store.subjects(request.hasFlag("deleted"));
        }
        String subject = path.get(1);
        if (path.size() == 2) {
            return subject(request, subject);
        }
        if (!path.get(2).equals("versions") || path.size() > 5) {
            throw noSuchPath(path);
        }
        if (path.size() == 3) {
            return versions(request, subject);
        }
        VersionSelector wanted = VersionSelector.parse(path.get(3));
        if (path.size() == 4) {
            return version(request, subject, wanted);
        }
        if (!path.get(4).equals("schema")) {
            throw noSuchPath(path);
        }
        onlyGet(request);
        return new RawJson(
                store.version(subject, wanted, request.hasFlag("deleted")).schema());
    }

    private Object subject(RegistryRequest request, String subject) {
        return switch (request.method()) {
            case "POST" -> describe(store.lookUp(subject, request.schema(), request.hasFlag("deleted")));
            case "DELETE" -> store.deleteSubject(subject, request.hasFlag("permanent"));
            default -> throw RegistryRefusal.methodNotAllowed(request.method());
        };
    }

    private Object versions(RegistryRequest request, String subject) {
        return switch (request.method()) {
            case "GET" -> store.versions(subject, request.hasFlag("deleted"));
            case "POST" ->
                Map.of("id", store.register(subject, request.schema()).id());
            default -> throw RegistryRefusal.methodNotAllowed(request.method());
        };
    }

    private Object version(RegistryRequest request, String subject, VersionSelector wanted) {
        return switch (request.method()) {
            case "GET" -> describe(store.version(subject, wanted, request.hasFlag("deleted")));
            case "DELETE" -> store.deleteVersion(subject, wanted, request.hasFlag("permanent"));
            default -> throw RegistryRefusal.methodNotAllowed(request.method());
        };
    }

    private Object schemas(RegistryRequest request, List<String> path) {
        onlyGet(request);
        if (path.equals(List.of("schemas", "types"))) {
            return List.of("AVRO");
        }
        if (path.size() < 3 || path.size() > 4 || !path.get(1).equals("ids")) {
            throw noSuchPath(path);
        }
        int id = id(path.get(2));
        if (path.size() == 3) {
            return Map.of("schema", store.schemaById(id));
        }
        return switch (path.get(3)) {
            case "schema" -> new RawJson(store.schemaById(id));
            case "versions" ->
                store.versionsById(id, request.hasFlag("deleted")).stream()
                        .map(held -> Map.of("subject", held.subject(), "version", held.version()))
                        .toList();
            case "subjects" ->
                store.versionsById(id, request.hasFlag("deleted")).stream()
                        .map(SubjectVersion::subject)
                        .distinct()
                        .toList();
            default -> throw noSuchPath(path);
        };
    }

    private Object compatibility(RegistryRequest request, List<String> path) {
        boolean isKnown = path.size() >= 4
                && path.size() <= 5
                && path.get(1).equals("subjects")
                && path.get(3).equals("versions");
        if (!isKnown) {
            throw noSuchPath(path);
        }
        if (!request.method().equals("POST")) {
            throw RegistryRefusal.methodNotAllowed(request.method());
        }
        List<String> violations = path.size() == 4
                ? store.violations(path.get(2), request.schema())
                : store.violations(path.get(2), VersionSelector.parse(path.get(4)), request.schema());
        return request.hasFlag("verbose")
                ? Map.of("is_compatible", violations.isEmpty(), "messages", violations)
                : Map.of("is_compatible", violations.isEmpty());
    }

    private Object config(RegistryRequest request, List<String> path) {
        if (path.size() == 1) {
            return globalConfig(request);
        }
        if (path.size() == 2) {
            return subjectConfig(request, path.get(1));
        }
        throw noSuchPath(path);
    }

    private Object globalConfig(RegistryRequest request) {
        switch (request.method()) {
            case "GET" -> {
                return levelAnswer(store.globalLevel());
            }
            case "PUT" -> {
                CompatibilityLevel level = level(request);
                store.setGlobalLevel(level);
                return Map.of("compatibility", level);
            }
            default -> throw RegistryRefusal.methodNotAllowed(request.method());
        }
    }

    private Object subjectConfig(RegistryRequest request, String subject) {
        switch (request.method()) {
            case "GET" -> {
                return levelAnswer(store.ownLevel(subject).orElseGet(() -> inheritedLevel(request, subject)));
            }
            case "PUT" -> {
                CompatibilityLevel level = level(request);
                store.setLevel(subject, level);
                return Map.of("compatibility", level);
            }
            case "DELETE" -> {
                return levelAnswer(store.removeLevel(subject));
            }
            default -> throw RegistryRefusal.methodNotAllowed(request.method());
        }
    }

    private CompatibilityLevel inheritedLevel(RegistryRequest request, String subject) {
        if (!request.hasFlag("defaultToGlobal")) {
            throw RegistryRefusal.noCompatibilityOfItsOwn(subject);
        }
        return store.globalLevel();
    }

    private static Object mode(RegistryRequest request, List<String> path) {
        if (path.size() > 2) {
            throw noSuchPath(path);
        }
        if (!request.method().equals("GET")) {
            throw RegistryRefusal.modeIsFixed();
        }
        return Map.of("mode", "READWRITE");
    }

    private static CompatibilityLevel level(RegistryRequest request) {
        String name = request.bodyField("compatibility").orElse("").toUpperCase(Locale.ROOT);
        return CompatibilityLevel.named(name).orElseThrow(() -> RegistryRefusal.invalidCompatibility(name));
    }

    private static Map<String, CompatibilityLevel> levelAnswer(CompatibilityLevel level) {
        return Map.of("compatibilityLevel", level);
    }

    private static Map<String, Object> describe(SubjectVersion version) {
        return Map.of(
                "subject", version.subject(),
                "version", version.version(),
                "id", version.id(),
                "schema", version.schema());
    }

    private static int id(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw RegistryRefusal.unknownSchema("Schema " + text);
        }
    }

    private static void onlyGet(RegistryRequest request) {
        if (!request.method().equals("GET")) {
            throw RegistryRefusal.methodNotAllowed(request.method());
        }
    }

    private static RegistryRefusal noSuchPath(List<String> path) {
        return RegistryRefusal.noSuchPath("/" + String.join("/", path));
    }
}
