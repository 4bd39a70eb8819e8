package io.journeystreams.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Random;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class RecurringTextsTest {

    private final RecurringTexts texts = new RecurringTexts();

    @Test
    void givesTheSameObjectForTheSameText() throws IOException {
        // given
        BinaryDecoder in = written("device-1", "device-2", "device-1");

        // when
        String first = texts.read(in);
        String other = texts.read(in);
        String again = texts.read(in);

        // then
        assertThat(first).isEqualTo("device-1").isSameAs(again);
        assertThat(other).isEqualTo("device-2");
    }

    @Test
    void readsWhatWasWrittenHoweverManyTextsShareAPlace() throws IOException {
        // given
        Random random = new Random(7);
        String[] some = random.ints(50_000, 0, 20_000)
                .mapToObj(number -> "ä€𝄞".substring(number % 3 == 0 ? 0 : 1) + number)
                .toArray(String[]::new);
        BinaryDecoder in = written(some);

        // then
        for (String text : some) {
            assertThat(texts.read(in)).isEqualTo(text);
        }
    }

    @Test
    void readsEmptyAndLongTexts() throws IOException {
        // given
        String longText = "x".repeat(5_000);
        BinaryDecoder in = written("", longText, longText, "");

        // then
        assertThat(texts.read(in)).isEmpty();
        assertThat(texts.read(in)).isEqualTo(longText);
        assertThat(texts.read(in)).isEqualTo(longText);
        assertThat(texts.read(in)).isEmpty();
    }

    @Test
    void refusesATextThatIsCutOffAndReadsTheNext() throws IOException {
        // given
        BinaryDecoder cutOff = DecoderFactory.get().binaryDecoder(new byte[] {20, 'a', 'b'}, null);

        // then
        assertThatThrownBy(() -> texts.read(cutOff)).isInstanceOf(EOFException.class);
        assertThat(texts.read(written("ab"))).isEqualTo("ab");
    }

    private static BinaryDecoder written(String... texts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        for (String text : texts) {
            encoder.writeString(text);
        }
        encoder.flush();
        return DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
    }
}
