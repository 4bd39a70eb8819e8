package io.journeystreams.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Avro's own reader is the measure: value for value, for every contract that has a schema of its own, of good bytes and of broken ones. */
class CompiledReaderTest {

    private static final int RECORDS = 300;
    private static final int BREAKS_OF_EACH = 10;

    @ParameterizedTest
    @MethodSource("io.journeystreams.registry.CompiledWriterTest#contracts")
    void readsTheRecordsThatAvroReads(Class<? extends SpecificRecord> contract) throws IOException {
        // given
        SpecificData model = TrustedAvro.modelOf(contract);
        Schema schema = model.getSchema(contract);
        DatumReader<SpecificRecord> avros = new SpecificDatumReader<>(schema, schema, model);
        DatumReader<SpecificRecord> ours = new CompiledReader<>(schema, model);

        for (int seed = 0; seed < RECORDS; seed++) {
            // when
            byte[] bytes = bytes(new RandomValues(model, new Random(seed)).record(schema), model);

            // then
            assertThat(read(ours, bytes))
                    .as("seed %d", seed)
                    .isPresent()
                    .hasValueSatisfying(record -> assertThat(record).isInstanceOf(contract))
                    .isEqualTo(read(avros, bytes));
        }
    }

    @ParameterizedTest
    @MethodSource("io.journeystreams.registry.CompiledWriterTest#contracts")
    void refusesTheBytesThatAvroRefuses(Class<? extends SpecificRecord> contract) throws IOException {
        // given
        SpecificData model = TrustedAvro.modelOf(contract);
        Schema schema = model.getSchema(contract);
        DatumReader<SpecificRecord> avros = new SpecificDatumReader<>(schema, schema, model);
        DatumReader<SpecificRecord> ours = new CompiledReader<>(schema, model);
        int refused = 0;

        for (int seed = 0; seed < RECORDS; seed++) {
            Random random = new Random(seed);
            byte[] bytes = bytes(new RandomValues(model, random).record(schema), model);
            for (int i = 0; i < BREAKS_OF_EACH; i++) {
                // when
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                Optional<SpecificRecord> record = read(ours, bytes);

                // then
                assertThat(record).as("seed %d, break %d", seed, i).isEqualTo(read(avros, bytes));
                refused += record.isEmpty() ? 1 : 0;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void readsWhatItsOwnSchemaWroteAndLeavesTheRestToAvro() {
        // given
        Schema clickstream = ClickstreamEvent.getClassSchema();
        SpecificData model = TrustedAvro.modelOf(ClickstreamEvent.class);
        Schema sentOverTheWire = new Schema.Parser().parse(clickstream.toString());

        // then
        assertThat(CompiledReader.orResolving(sentOverTheWire, clickstream, model))
                .isInstanceOf(CompiledReader.class);
        assertThat(CompiledReader.orResolving(CrmEvent.getClassSchema(), clickstream, model))
                .isInstanceOf(SpecificDatumReader.class);
    }

    @Test
    void refusesALogicalTypeThatItDoesNotKnow() {
        // given
        Schema uuid = LogicalTypes.uuid().addToSchema(Schema.create(Schema.Type.STRING));

        // then
        assertThatThrownBy(() -> new CompiledReader<>(uuid, SpecificData.get()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("uuid");
    }

    @Test
    void refusesTextsThatAreNoStrings() {
        // given
        Schema utf8 = SchemaBuilder.map().values().intType();

        // then
        assertThatThrownBy(() -> new CompiledReader<>(utf8, SpecificData.get()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("String");
    }

    /** Nothing where the bytes are refused, for whatever reason. */
    private static Optional<SpecificRecord> read(DatumReader<SpecificRecord> reader, byte[] bytes) {
        BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, null);
        try {
            return Optional.of(reader.read(null, new UncountedDecoder(in)));
        } catch (IOException | RuntimeException refused) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(SpecificRecord record, SpecificData model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<>(record.getSchema(), model).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
