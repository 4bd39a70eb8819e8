package io.journeystreams.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ChurnRiskEvent;
import io.journeystreams.contracts.ChurnSettlementEvent;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.FrictionEvent;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.MomentEvent;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.ProfileState;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.StageTransitionEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.AvroTypeException;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Avro's own writer is the measure: byte for byte, for every contract that has a schema of its own. */
class CompiledWriterTest {

    private static final int RECORDS = 300;

    static Stream<Class<? extends SpecificRecord>> contracts() {
        return Stream.of(
                AbandonmentEvent.class,
                ChurnRiskEvent.class,
                ChurnSettlementEvent.class,
                ClickstreamEvent.class,
                CrmEvent.class,
                FrictionEvent.class,
                JournalEntry.class,
                MomentEvent.class,
                ProfileEvent.class,
                ProfileState.class,
                SessionEvent.class,
                StageTransitionEvent.class);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void writesTheBytesThatAvroWrites(Class<? extends SpecificRecord> contract) throws IOException {
        // given
        SpecificData model = TrustedAvro.modelOf(contract);
        Schema schema = model.getSchema(contract);
        DatumWriter<SpecificRecord> avros = new SpecificDatumWriter<>(schema, model);
        DatumWriter<SpecificRecord> ours = new CompiledWriter<>(schema, model);

        for (int seed = 0; seed < RECORDS; seed++) {
            // when
            SpecificRecord record = new RandomValues(model, new Random(seed)).record(schema);

            // then
            assertThat(bytes(ours, record)).as("seed %d: %s", seed, record).isEqualTo(bytes(avros, record));
        }
    }

    @Test
    void namesTheFieldThatHasNoValue() {
        // given
        ClickstreamEvent event = Samples.mugAdded();
        event.setLines(List.of(new Line()));
        SpecificData model = TrustedAvro.modelOf(ClickstreamEvent.class);
        DatumWriter<SpecificRecord> writer = new CompiledWriter<>(event.getSchema(), model);

        // then
        assertThatThrownBy(() -> bytes(writer, event))
                .isInstanceOf(AvroTypeException.class)
                .hasMessageContaining("Line.productId: must not be null");
    }

    @Test
    void refusesALogicalTypeThatItDoesNotKnow() {
        // given
        Schema uuid = LogicalTypes.uuid().addToSchema(Schema.create(Schema.Type.STRING));

        // then
        assertThatThrownBy(() -> new CompiledWriter<>(uuid, SpecificData.get()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("uuid");
    }

    private static byte[] bytes(DatumWriter<SpecificRecord> writer, SpecificRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        writer.write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
