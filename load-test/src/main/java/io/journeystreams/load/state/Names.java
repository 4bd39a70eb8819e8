package io.journeystreams.load.state;

import io.journeystreams.load.shop.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's names as they stand in keys and values of the processor's state: eight digits in ids of customers and carts, the id of the
 * device as text and as 16 bytes. Those of any two customers have the same lengths.
 */
final class Names {

    private Names() {}

    /** Always in the same order. */
    static List<byte[]> of(int device) {
        UUID id = UUID.fromString(Wire.deviceId(device));
        return List.of(
                utf8(String.valueOf(device)),
                utf8(id.toString()),
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    /** Under which there are profiles of this customer: of the device, and of the customer if they log in. */
    static List<String> profileKeys(int device) {
        @Nullable String customer = Wire.customerId(device);
        String ofDevice = "a:" + Wire.deviceId(device);
        return customer == null ? List.of(ofDevice) : List.of(ofDevice, "c:" + customer);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
