package io.journeystreams.local.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.avro.Schema;

/**
 * The subjects, versions and ids of a registry, in memory, with Confluent's rules and no HTTP.
 *
 * <p>An id belongs to a schema text, whatever the subject. A soft-deleted version keeps its number and its id; a hard-deleted
 * one is gone, its number is not given again while later versions stand, and its id answers only while another version holds
 * the same schema. Safe for many threads. Every operation throws {@link RegistryRefusal} where Confluent answers with an
 * error. A store outlives its server: start another {@link EmbeddedRegistry} on it.
 */
public final class SchemaStore {

    private final NavigableMap<String, NavigableMap<Integer, Entry>> subjects = new TreeMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private CompatibilityLevel globalLevel = CompatibilityLevel.BACKWARD;

    /** One version of a subject. {@code version} counts from 1, {@code id} is global, {@code schema} is Avro's JSON. */
    public record SubjectVersion(String subject, int version, int id, String schema) {}

    private record Entry(SubjectVersion version, Schema parsed, boolean isDeleted) {

        Entry deleted() {
            return new Entry(version, parsed, true);
        }
    }

    /** Adds a version, or finds the one that holds the same schema already. */
    public synchronized SubjectVersion register(String subject, String schemaText) {
        Schema schema = SchemaText.parse(schemaText);
        Optional<Entry> known = find(subject, schema, false);
        if (known.isPresent()) {
            return known.get().version();
        }
        List<String> violations = CompatibilityRules.violations(levelOf(subject), schema, standing(subject));
        if (!violations.isEmpty()) {
            throw RegistryRefusal.incompatible(subject, violations);
        }
        return add(subject, schema);
    }

    /** The version of the subject that holds exactly this schema. */
    public synchronized SubjectVersion lookUp(String subject, String schemaText, boolean includeDeleted) {
        Schema schema = SchemaText.parse(schemaText);
        entries(subject, includeDeleted);
        return find(subject, schema, includeDeleted)
                .map(Entry::version)
                .orElseThrow(() -> RegistryRefusal.unknownSchema("Schema"));
    }

    public synchronized List<String> subjects(boolean includeDeleted) {
        return subjects.entrySet().stream()
                .filter(subject -> subject.getValue().values().stream().anyMatch(visible(includeDeleted)))
                .map(Map.Entry::getKey)
                .toList();
    }

    public synchronized List<Integer> versions(String subject, boolean includeDeleted) {
        return entries(subject, includeDeleted).stream()
                .map(entry -> entry.version().version())
                .toList();
    }

    /** The version asked for. */
    public synchronized SubjectVersion version(String subject, VersionSelector wanted, boolean includeDeleted) {
        return entry(subject, wanted, includeDeleted).version();
    }

    /** The schema of an id, deleted softly or not. */
    public synchronized String schemaById(int id) {
        return holdersOf(id, true).stream()
                .map(SubjectVersion::schema)
                .findFirst()
                .orElseThrow(() -> RegistryRefusal.unknownSchema("Schema " + id));
    }

    /** Every version that holds the schema of an id. */
    public synchronized List<SubjectVersion> versionsById(int id, boolean includeDeleted) {
        schemaById(id);
        return holdersOf(id, includeDeleted);
    }

    /** Deletes all versions of a subject, softly; or, once they are, for good. Returns their numbers. */
    public synchronized List<Integer> deleteSubject(String subject, boolean isPermanent) {
        List<Entry> all = entries(subject, true);
        boolean isDeleted = all.stream().allMatch(Entry::isDeleted);
        if (isPermanent && !isDeleted) {
            throw RegistryRefusal.subjectNotYetDeleted(subject);
        }
        if (!isPermanent && isDeleted) {
            throw RegistryRefusal.subjectAlreadyDeleted(subject);
        }
        List<Integer> affected = versions(subject, isPermanent);
        if (isPermanent) {
            subjects.remove(subject);
        } else {
            stored(subject).replaceAll((number, entry) -> entry.deleted());
        }
        levels.remove(subject);
        return affected;
    }

    /** Deletes one version, softly; or, once it is, for good. Returns its number. */
    public synchronized int deleteVersion(String subject, VersionSelector wanted, boolean isPermanent) {
        Entry entry = entry(subject, wanted, true);
        int number = entry.version().version();
        if (isPermanent && !entry.isDeleted()) {
            throw RegistryRefusal.versionNotYetDeleted(subject, number);
        }
        if (!isPermanent && entry.isDeleted()) {
            throw RegistryRefusal.versionAlreadyDeleted(subject, number);
        }
        if (isPermanent) {
            forget(subject, number);
        } else {
            stored(subject).put(number, entry.deleted());
        }
        return number;
    }

    /** Why the schema may not become the next version of the subject; empty if it may. */
    public synchronized List<String> violations(String subject, String schemaText) {
        return CompatibilityRules.violations(levelOf(subject), SchemaText.parse(schemaText), standing(subject));
    }

    /** Why the schema does not go with one version of the subject; empty if it does, or if there is no latest. */
    public synchronized List<String> violations(String subject, VersionSelector against, String schemaText) {
        Schema schema = SchemaText.parse(schemaText);
        if (against.isLatest() && standing(subject).isEmpty()) {
            return List.of();
        }
        Schema one = entry(subject, against, false).parsed();
        return CompatibilityRules.violations(levelOf(subject), schema, List.of(one));
    }

    public synchronized CompatibilityLevel globalLevel() {
        return globalLevel;
    }

    public synchronized void setGlobalLevel(CompatibilityLevel level) {
        globalLevel = level;
    }

    /** The subject's own level; empty where the global one holds. */
    public synchronized Optional<CompatibilityLevel> ownLevel(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    public synchronized void setLevel(String subject, CompatibilityLevel level) {
        levels.put(subject, level);
    }

    /** Back to the global level; returns the level that the subject had of its own. */
    public synchronized CompatibilityLevel removeLevel(String subject) {
        CompatibilityLevel removed = levels.remove(subject);
        if (removed == null) {
            throw RegistryRefusal.noCompatibilityOfItsOwn(subject);
        }
        return removed;
    }

    private CompatibilityLevel levelOf(String subject) {
        return levels.getOrDefault(subject, globalLevel);
    }

    private SubjectVersion add(String subject, Schema schema) {
        String text = schema.toString();
        int id = ids.computeIfAbsent(text, unseen -> ids.size() + 1);
        NavigableMap<Integer, Entry> versions = subjects.computeIfAbsent(subject, unseen -> new TreeMap<>());
        int number = versions.isEmpty() ? 1 : versions.lastKey() + 1;
        SubjectVersion version = new SubjectVersion(subject, number, id, text);
        versions.put(number, new Entry(version, schema, false));
        return version;
    }

    private void forget(String subject, int number) {
        NavigableMap<Integer, Entry> versions = stored(subject);
        versions.remove(number);
        if (versions.isEmpty()) {
            subjects.remove(subject);
        }
    }

    private Optional<Entry> find(String subject, Schema schema, boolean includeDeleted) {
        String text = schema.toString();
        return stored(subject).values().stream()
                .filter(visible(includeDeleted))
                .filter(entry -> entry.version().schema().equals(text))
                .findFirst();
    }

    private Entry entry(String subject, VersionSelector wanted, boolean includeDeleted) {
        List<Entry> candidates = entries(subject, includeDeleted);
        return candidates.stream()
                .filter(entry -> wanted.isLatest() || entry.version().version() == wanted.number())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> RegistryRefusal.unknownVersion(wanted.toString()));
    }

    private List<Entry> entries(String subject, boolean includeDeleted) {
        List<Entry> found = stored(subject).values().stream()
                .filter(visible(includeDeleted))
                .toList();
        if (found.isEmpty()) {
            throw RegistryRefusal.unknownSubject(subject);
        }
        return found;
    }

    private List<Schema> standing(String subject) {
        return stored(subject).values().stream()
                .filter(visible(false))
                .map(Entry::parsed)
                .toList();
    }

    private List<SubjectVersion> holdersOf(int id, boolean includeDeleted) {
        List<SubjectVersion> holders = new ArrayList<>();
        for (NavigableMap<Integer, Entry> versions : subjects.values()) {
            holders.addAll(holdersOf(id, versions.values(), includeDeleted));
        }
        return holders;
    }

    private static List<SubjectVersion> holdersOf(int id, Collection<Entry> versions, boolean includeDeleted) {
        return versions.stream()
                .filter(visible(includeDeleted))
                .map(Entry::version)
                .filter(version -> version.id() == id)
                .toList();
    }

    private NavigableMap<Integer, Entry> stored(String subject) {
        return subjects.getOrDefault(subject, new TreeMap<>());
    }

    private static Predicate<Entry> visible(boolean includeDeleted) {
        return entry -> includeDeleted || !entry.isDeleted();
    }
}
