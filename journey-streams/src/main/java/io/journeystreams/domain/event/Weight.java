package io.journeystreams.domain.event;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * About how many bytes events take in the record of their profile, where every text is stored once. Never less than they do
 * take, but for what the rules have made of them.
 */
public final class Weight {

    /** Numbers, times and references of an event. */
    private static final int OF_EVENT = 48;

    /** Quantity, price and references of a line. */
    private static final int OF_LINE = 16;

    private final Set<String> texts = new HashSet<>();
    private long bytes;

    public long bytes() {
        return bytes;
    }

    public void add(JourneyEvent event) {
        Occurrence occurrence = event.occurrence();
        bytes += OF_EVENT;
        add(occurrence.id().value());
        add(occurrence.type());
        add(occurrence.deviceId().value());
        occurrence.device().ifPresent(this::add);
        occurrence.channel().ifPresent(this::add);
        occurrence.campaign().ifPresent(this::add);
        occurrence.cartId().map(CartId::value).ifPresent(this::add);
        occurrence.checkoutId().map(CheckoutId::value).ifPresent(this::add);
        occurrence.orderId().map(OrderId::value).ifPresent(this::add);
        occurrence.pageUrl().ifPresent(this::add);
        occurrence.lines().forEach(this::add);
        occurrence.attributes().forEach((name, value) -> {
            add(name);
            add(value);
        });
    }

    private void add(Line line) {
        bytes += OF_LINE;
        add(line.product().productId());
        addAll(line.product().variantId(), line.name());
        addAll(line.imageUrl(), line.productUrl());
    }

    private void addAll(Optional<String> one, Optional<String> other) {
        one.ifPresent(this::add);
        other.ifPresent(this::add);
    }

    private void add(String text) {
        bytes += 2;
        if (texts.add(text)) {
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
