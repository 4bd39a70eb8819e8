package io.journeystreams.state.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.StoredUuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class UuidTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000000",
                "ffffffff-ffff-ffff-ffff-ffffffffffff",
                "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"
            })
    void aCanonicalUuidTakesSixteenBytesAndComesBack(String text) {
        // when
        Object stored = UuidText.store(text);

        // then
        assertThat(stored).isInstanceOf(StoredUuid.class);
        assertThat(UuidText.read(stored)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "e1",
                "0190A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B",
                "0190a1b2c3d4-7e5f-8a9b-0c1d2e3f4a5b-",
                "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5g",
                "190a1b2-0c3d4-7e5f-8a9b-0c1d2e3f4a5b",
                "thirty-six characters, but not a key",
                "-190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"
            })
    void anyOtherTextStaysAsItIs(String text) {
        // when
        Object stored = UuidText.store(text);

        // then
        assertThat(stored).isEqualTo(text);
        assertThat(UuidText.read(stored)).isEqualTo(text);
    }

    @Test
    void aUuidIsStoredBigEndian() {
        // when
        StoredUuid stored = (StoredUuid) UuidText.store("00010203-0405-0607-0809-0a0b0c0d0e0f");

        // then
        assertThat(stored.bytes()).isEqualTo(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
    }
}
