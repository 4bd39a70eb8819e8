package io.journeystreams.domain.event;

/** A device: the anonymous id, or the kind of device where there is none. */
public record DeviceId(String value) {

    public DeviceId {
        Text.requireNotBlank("DeviceId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
