package io.journeystreams.domain.event;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * About how many bytes events take in the record of their profile, where every text is stored once. Never less than they do
 * take, but for what the rules have made of them.
 */
public final class Weight {

    /** Numbers, times and references of an event. */
    private static final int OF_EVENT = 48;

    /** Quantity, price and references of a line. */
    private static final int OF_LINE = 16;

    /** A reference to a text. */
    private static final int OF_TEXT = 2;

    private final Set<String> texts = new HashSet<>();
    private long bytes;

    public long bytes() {
        return bytes;
    }

    public void add(JourneyEvent event) {
        bytes += withoutTexts(event);
        forEachText(event, this::add);
    }

    /** What an event weighs at the most, bytes: as if it had no text in common with another, and every character took three bytes. */
    public static long atMost(JourneyEvent event) {
        long[] most = {withoutTexts(event)};
        forEachText(event, text -> most[0] += OF_TEXT + 3L * text.length());
        return most[0];
    }

    private static long withoutTexts(JourneyEvent event) {
        return OF_EVENT + (long) OF_LINE * event.occurrence().lines().size();
    }

    private static void forEachText(JourneyEvent event, Consumer<String> texts) {
        Occurrence occurrence = event.occurrence();
        texts.accept(occurrence.id().value());
        texts.accept(occurrence.type());
        texts.accept(occurrence.deviceId().value());
        occurrence.device().ifPresent(texts);
        occurrence.channel().ifPresent(texts);
        occurrence.campaign().ifPresent(texts);
        occurrence.cartId().ifPresent(cart -> texts.accept(cart.value()));
        occurrence.checkoutId().ifPresent(checkout -> texts.accept(checkout.value()));
        occurrence.orderId().ifPresent(order -> texts.accept(order.value()));
        occurrence.pageUrl().ifPresent(texts);
        occurrence.lines().forEach(line -> forEachText(line, texts));
        occurrence.attributes().forEach((name, value) -> {
            texts.accept(name);
            texts.accept(value);
        });
    }

    private static void forEachText(Line line, Consumer<String> texts) {
        texts.accept(line.product().productId());
        line.product().variantId().ifPresent(texts);
        line.name().ifPresent(texts);
        line.imageUrl().ifPresent(texts);
        line.productUrl().ifPresent(texts);
    }

    private void add(String text) {
        bytes += OF_TEXT;
        if (texts.add(text)) {
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
