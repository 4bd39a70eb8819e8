package io.journeystreams.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroTypeException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class WrittenItemsTest {

    private static final SpecificData MODEL = TrustedAvro.modelOf(ClickstreamEvent.class);
    private static final Line MUG = Samples.mugAdded().getLines().get(0);

    private final WrittenItems.Writer<Line> lines =
            new WrittenItems.Writer<>(new CompiledWriter<>(Line.getClassSchema(), MODEL));
    private final CompiledWriter<ClickstreamEvent> events =
            new CompiledWriter<>(ClickstreamEvent.getClassSchema(), MODEL);

    @Test
    void anArrayThatBeginsWithThemHasTheSameBytes() throws IOException {
        for (int written = 0; written < 5; written++) {
            for (int rest = 0; rest < 3; rest++) {
                // given
                WrittenItems<Line> first = new WrittenItems<>(lines);
                List<Line> last = new ArrayList<>();
                List<Line> all = new ArrayList<>();
                for (int i = 0; i < written + rest; i++) {
                    Line line = Line.newBuilder(MUG).setQuantity(i).build();
                    all.add(line);
                    (i < written ? first : last).add(line);
                }

                // then
                assertThat(bytesWith(first.followedBy(last)))
                        .as("%s written, %s after them", written, rest)
                        .isEqualTo(bytesWith(all));
            }
        }
    }

    @Test
    void onesThatAreAddedLaterComeAfterThem() throws IOException {
        // given
        WrittenItems<Line> items = new WrittenItems<>(lines);
        items.add(MUG);
        byte[] ofOne = bytesWith(items);

        // when
        items.add(MUG);

        // then
        assertThat(ofOne).isEqualTo(bytesWith(List.of(MUG)));
        assertThat(bytesWith(items)).isEqualTo(bytesWith(List.of(MUG, MUG)));
    }

    @Test
    void anItemThatCannotBeWrittenIsNotAmongThem() throws IOException {
        // given
        WrittenItems<Line> items = new WrittenItems<>(lines);
        items.add(MUG);

        // when
        assertThatThrownBy(() -> items.add(new Line())).isInstanceOf(AvroTypeException.class);

        // then
        items.add(MUG);
        assertThat(bytesWith(items)).isEqualTo(bytesWith(List.of(MUG, MUG)));
    }

    private byte[] bytesWith(List<Line> array) throws IOException {
        ClickstreamEvent event = Samples.mugAdded();
        event.setLines(array);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        events.write(event, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
