package io.journeystreams.state.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/**
 * The schemas that wrote stored profiles, one per version, frozen: {@code profile-state-v<version>.avsc} beside this class.
 * Bytes are read with the schema of their version and resolved to the current one.
 */
final class StateSchemas {

    /** The version written; the schema of the contracts is the frozen one of this version. */
    static final int NEWEST = 1;

    private static final List<Schema> FROZEN =
            IntStream.rangeClosed(1, NEWEST).mapToObj(StateSchemas::load).toList();

    private StateSchemas() {}

    /** @throws UnknownStateVersionException if no such version was ever written */
    static Schema of(int version) {
        if (version < 1 || version > NEWEST) {
            throw new UnknownStateVersionException(version, NEWEST);
        }
        return FROZEN.get(version - 1);
    }

    private static Schema load(int version) {
        String name = "profile-state-v" + version + ".avsc";
        try (InputStream in = StateSchemas.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("schema is missing: " + name);
            }
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("schema cannot be read: " + name, e);
        }
    }
}
