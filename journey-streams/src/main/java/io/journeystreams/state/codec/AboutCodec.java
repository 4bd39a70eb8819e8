package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredAbout;
import io.journeystreams.contracts.StoredEvidence;
import io.journeystreams.domain.abandonment.About;
import io.journeystreams.domain.abandonment.Alert.CheckoutProgress;
import io.journeystreams.domain.abandonment.Evidence;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.SourcePosition;
import java.util.List;

/** What is left unfinished, and the events that say so. */
final class AboutCodec {

    private AboutCodec() {}

    static StoredAbout store(About about, ProductTable products) {
        TextTable texts = products.texts();
        CheckoutProgress progress = about.progress();
        return new StoredAbout(
                texts.place(about.cartId().value()),
                texts.place(about.checkoutId().map(CheckoutId::value)),
                texts.place(about.orderId().map(OrderId::value)),
                LineCodec.store(about.lines(), products),
                texts.place(progress.step()),
                texts.place(progress.lastError()),
                texts.place(progress.errorHardness()),
                progress.attempts());
    }

    static About read(StoredAbout stored, Products products) {
        Texts texts = products.texts();
        return new About(
                new CartId(texts.at(stored.getCartId())),
                texts.find(stored.getCheckoutId()).map(CheckoutId::new),
                texts.find(stored.getOrderId()).map(OrderId::new),
                LineCodec.read(stored.getLines(), products),
                new CheckoutProgress(
                        texts.find(stored.getStep()),
                        texts.find(stored.getLastError()),
                        texts.find(stored.getErrorHardness()),
                        stored.getAttempts()));
    }

    static List<StoredEvidence> storeEvidence(List<Evidence> evidence, TextTable texts) {
        return evidence.stream()
                .map(event -> new StoredEvidence(
                        texts.place(event.eventId().value()),
                        texts.place(event.position().topic()),
                        event.position().partition(),
                        event.position().offset()))
                .toList();
    }

    static List<Evidence> readEvidence(List<StoredEvidence> stored, Texts texts) {
        return stored.stream()
                .map(event -> new Evidence(
                        new EventId(texts.at(event.getEventId())),
                        new SourcePosition(texts.at(event.getTopic()), event.getPartition(), event.getOffset())))
                .toList();
    }
}
