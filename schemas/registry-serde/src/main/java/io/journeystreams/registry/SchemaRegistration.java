package io.journeystreams.registry;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** Brings a set of subjects into the registry, each under FULL_TRANSITIVE compatibility, or says how they stand there. */
public final class SchemaRegistration {

    private static final String LEVEL = "FULL_TRANSITIVE";

    private final RegistryConnection registry;

    public SchemaRegistration(RegistryConnection registry) {
        this.registry = registry;
    }

    /** How a subject stands, or what became of it. */
    public sealed interface Standing {

        /** It was not there, and is now. */
        record Registered(int id) implements Standing {}

        /** It is there already, exactly so. */
        record Unchanged(int id) implements Standing {}

        /** The registry holds versions that this schema may not follow. */
        record Incompatible(String reason) implements Standing {}

        /** It is not there; it could be registered. Only from {@link #check}. */
        record Missing() implements Standing {}
    }

    /**
     * Registers what is not there yet. One incompatible subject does not keep the others out.
     *
     * @param schemas by subject
     */
    public SortedMap<String, Standing> register(Map<String, Schema> schemas) {
        SortedMap<String, Standing> standings = new TreeMap<>();
        schemas.forEach((subject, schema) -> standings.put(subject, register(subject, schema)));
        return standings;
    }

    /** Says how each subject stands and changes nothing. Compatibility is judged by the level that the registry has now. */
    public SortedMap<String, Standing> check(Map<String, Schema> schemas) {
        SortedMap<String, Standing> standings = new TreeMap<>();
        schemas.forEach((subject, schema) -> standings.put(subject, check(subject, schema)));
        return standings;
    }

    private Standing register(String subject, Schema schema) {
        OptionalInt known = registry.idOf(subject, schema);
        registry.requireCompatibility(subject, LEVEL);
        if (known.isPresent()) {
            return new Standing.Unchanged(known.getAsInt());
        }
        try {
            return new Standing.Registered(registry.register(subject, schema));
        } catch (RegistryRefusedException refused) {
            if (!RegistryConnection.isConflict(refused)) {
                throw refused;
            }
            return new Standing.Incompatible(String.valueOf(refused.getMessage()));
        }
    }

    private Standing check(String subject, Schema schema) {
        OptionalInt known = registry.idOf(subject, schema);
        if (known.isPresent()) {
            return new Standing.Unchanged(known.getAsInt());
        }
        if (registry.versions(subject).isEmpty()) {
            return new Standing.Missing();
        }
        Optional<String> incompatibility = registry.incompatibility(subject, schema);
        return incompatibility.isPresent() ? new Standing.Incompatible(incompatibility.get()) : new Standing.Missing();
    }
}
