package io.journeystreams.state.codec;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.RecentEvents;
import io.journeystreams.registry.CompiledReader;
import io.journeystreams.registry.CompiledWriter;
import io.journeystreams.registry.TrustedAvro;
import io.journeystreams.state.StoredProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a stored profile.
 *
 * <pre>
 *   byte    version, from 1
 *   ...     Avro binary of contracts.ProfileState, as the schema of that version wrote it
 * </pre>
 *
 * The same profile has the same bytes, in every run. The profile's key is not in them.
 *
 * <p>Keeps encoder, decoder and buffer from one call to the next: not safe for use by several threads. Whoever reads or
 * writes profiles owns an instance: a store has one, and belongs to one task.
 */
public final class ProfileCodec {

    private static final int USUAL_SIZE = 1024;

    private static final SpecificData MODEL = TrustedAvro.modelOf(io.journeystreams.contracts.ProfileState.class);
    private static final Schema CURRENT = io.journeystreams.contracts.ProfileState.getClassSchema();

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(USUAL_SIZE);
    private final DatumWriter<io.journeystreams.contracts.ProfileState> writer = new CompiledWriter<>(CURRENT, MODEL);
    private final List<DatumReader<io.journeystreams.contracts.ProfileState>> readers = new ArrayList<>();
    private final ItemWriters items = new ItemWriters();
    private @Nullable BinaryEncoder reused;
    private @Nullable BinaryDecoder decoder;

    public ProfileCodec() {
        for (int version = 1; version <= StateSchemas.NEWEST; version++) {
            readers.add(CompiledReader.orResolving(StateSchemas.of(version), CURRENT, MODEL));
        }
    }

    public byte[] encode(StoredProfile stored) {
        return encode(stored, eventsOf(stored, null));
    }

    /**
     * The recent events of a profile, encoded.
     *
     * @param known what was encoded of the profile before: it goes on where it can, and is not to be used otherwise any more
     */
    public EncodedEvents eventsOf(StoredProfile stored, @Nullable EncodedEvents known) {
        RecentEvents recent = stored.profile().recent();
        EncodedEvents events = known != null && known.begin(recent) ? known : new EncodedEvents(items);
        events.goOn(recent);
        return events;
    }

    /** @param events of the profile, by {@link #eventsOf} */
    public byte[] encode(StoredProfile stored, EncodedEvents events) {
        buffer.reset();
        buffer.write(StateSchemas.NEWEST);
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(buffer, reused);
            // one that a failure leaves half full is not used again
            reused = null;
            writer.write(ProfileRecordCodec.store(stored, events), encoder);
            encoder.flush();
            reused = encoder;
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return buffer.toByteArray();
    }

    /**
     * @throws UnknownStateVersionException if the bytes are of a version that this program does not know
     * @throws UnreadableStateException if the bytes are of a known version, but broken
     */
    public StoredProfile decode(byte[] bytes, ProfileKey key) {
        if (bytes.length == 0) {
            throw new UnreadableStateException("stored profile must not be empty");
        }
        DatumReader<io.journeystreams.contracts.ProfileState> reader = readerOf(Byte.toUnsignedInt(bytes[0]));
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, decoder);
            StoredProfile stored = ProfileRecordCodec.read(reader.read(null, decoder), key);
            requireEnd(decoder);
            return stored;
        } catch (UnreadableStateException e) {
            throw e;
        } catch (IOException | AvroRuntimeException | IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableStateException("stored profile is broken", e);
        }
    }

    private DatumReader<io.journeystreams.contracts.ProfileState> readerOf(int version) {
        StateSchemas.of(version);
        return readers.get(version - 1);
    }

    private static void requireEnd(BinaryDecoder decoder) throws IOException {
        if (!decoder.isEnd()) {
            throw new UnreadableStateException("stored profile must end where its record ends");
        }
    }
}
