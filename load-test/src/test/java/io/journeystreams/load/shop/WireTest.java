package io.journeystreams.load.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 99_999_999})
    void theNumberOfAnEventIsFoundInItsId(long number) {
        assertThat(Wire.numberOf(Wire.eventId(number))).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 10_000_008, 123_456_789})
    void theDeviceOfAProfileIsFoundInItsKey(int device) {
        assertThat(Wire.deviceOf(Wire.profile(device))).hasValue(device);
        assertThat(Wire.deviceOf("a:" + Wire.deviceId(device))).hasValue(device);
    }

    @Test
    void whatIsNotOfTheShopHasNoNumber() {
        assertThat(Wire.numberOf("00000000-0000-4000-8000-000000000001")).isEmpty();
        assertThat(Wire.deviceOf("a:" + Wire.SIGN + "1")).isEmpty();
    }
}
