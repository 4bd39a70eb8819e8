package io.journeystreams.domain.cart;

import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.JourneyEvent;
import java.util.Optional;

/**
 * Whose a cart is, as far as events have said.
 *
 * @param device on which it was last changed; empty where none is known
 * @param guest everything in it was put there before anybody said who they were
 */
public record Holder(Optional<DeviceId> device, boolean guest) {

    /** Of a cart that nobody has touched yet. */
    static final Holder NOBODY = new Holder(Optional.empty(), true);

    /** After an event about the cart: once it names the customer, the cart is the account's for good. */
    Holder after(JourneyEvent event) {
        return new Holder(
                Optional.of(event.occurrence().deviceId()),
                guest && !event.occurrence().namesCustomer());
    }

    boolean isGuestOn(DeviceId other) {
        return guest && isOn(other);
    }

    boolean isSameDevice(Holder other) {
        return other.device.filter(this::isOn).isPresent();
    }

    private boolean isOn(DeviceId other) {
        return device.equals(Optional.of(other));
    }
}
