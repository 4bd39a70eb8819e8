package io.journeystreams.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.contracts.ProfileState;
import io.journeystreams.contracts.StoredAddress;
import io.journeystreams.contracts.StoredDisarmCount;
import io.journeystreams.contracts.StoredDisarmReason;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.state.StoredProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProfileCodecBrokenBytesTest {

    private static final StoredProfile STORED = GoldenState.VERSION_1;
    private static final ProfileKey KEY = STORED.profile().key();

    private final ProfileCodec codec = new ProfileCodec();
    private final byte[] bytes = codec.encode(STORED);

    @Test
    void aVersionThatIsNotKnownIsNamed() {
        bytes[0] = (byte) 200;
        assertThatThrownBy(() -> codec.decode(bytes, KEY))
                .isExactlyInstanceOf(UnknownStateVersionException.class)
                .hasMessage("version of stored profile must be 1 to " + StateSchemas.NEWEST + ": 200");
    }

    @Test
    void versionZeroWasNeverWritten() {
        bytes[0] = 0;
        assertThatThrownBy(() -> codec.decode(bytes, KEY)).isExactlyInstanceOf(UnknownStateVersionException.class);
    }

    @Test
    void bytesThatEndTooEarlyAreRefusedWhereverTheyEnd() {
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> codec.decode(cut, KEY))
                    .as("cut to " + length)
                    .isExactlyInstanceOf(UnreadableStateException.class);
        }
    }

    @Test
    void bytesThatGoOnAfterTheRecordAreRefused() {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> codec.decode(longer, KEY))
                .isExactlyInstanceOf(UnreadableStateException.class)
                .hasMessageContaining("must end");
    }

    @Test
    void aCodeThatIsNotKnownIsRefusedAndNotReadAsAnother() throws IOException {
        // given
        ProfileState broken = recordOf(bytes);
        broken.getTally().setDisarmed(List.of(new StoredDisarmCount(StoredDisarmReason.UNKNOWN, 1L)));

        // then
        assertThatThrownBy(() -> codec.decode(bytesOf(broken), KEY))
                .isExactlyInstanceOf(UnreadableStateException.class)
                .hasMessage("code of DisarmReason must be a known one");
    }

    @Test
    void aPlaceThatIsNotThereIsRefused() throws IOException {
        // given
        ProfileState broken = recordOf(bytes);
        broken.getRecent().get(0).setOrigin(99);

        // then
        assertThatThrownBy(() -> codec.decode(bytesOf(broken), KEY))
                .isExactlyInstanceOf(UnreadableStateException.class)
                .hasMessage("place must be from 0 to below 3: 99");
    }

    @Test
    void anAddressThatPrecedesItsFolderIsRefused() throws IOException {
        // given
        ProfileState broken = recordOf(bytes);
        broken.getTexts().add(0, new StoredAddress(0, "mug"));

        // then
        assertThatThrownBy(() -> codec.decode(bytesOf(broken), KEY))
                .isExactlyInstanceOf(UnreadableStateException.class)
                .hasMessage("place must be from 0 to below 0: 0");
    }

    @Test
    void theCodecWorksOnAfterBrokenBytes() {
        // given
        byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);

        // when
        assertThatThrownBy(() -> codec.decode(cut, KEY)).isInstanceOf(UnreadableStateException.class);

        // then
        assertThat(codec.decode(bytes, KEY)).isEqualTo(STORED);
        assertThat(codec.encode(STORED)).isEqualTo(bytes);
    }

    private static ProfileState recordOf(byte[] bytes) throws IOException {
        return new SpecificDatumReader<>(ProfileState.class)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, null));
    }

    private static byte[] bytesOf(ProfileState record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(StateSchemas.NEWEST);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new SpecificDatumWriter<>(ProfileState.class).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
