package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredAbout;
import io.journeystreams.contracts.StoredEvidence;
import io.journeystreams.contracts.StoredPaymentMethod;
import io.journeystreams.domain.abandonment.About;
import io.journeystreams.domain.abandonment.Alert.CheckoutProgress;
import io.journeystreams.domain.abandonment.Evidence;
import io.journeystreams.domain.abandonment.PaymentMethod;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.SourcePosition;
import java.util.List;
import java.util.Optional;

/** What is left unfinished, and the events that say so. */
final class AboutCodec {

    private AboutCodec() {}

    static StoredAbout store(About about, ProductTable products) {
        TextTable texts = products.texts();
        CheckoutProgress progress = about.progress();
        return new StoredAbout(
                texts.place(about.cartId().map(CartId::value)),
                texts.place(about.checkoutId().map(CheckoutId::value)),
                texts.place(about.orderId().map(OrderId::value)),
                LineCodec.store(about.lines(), products),
                texts.place(progress.step()),
                texts.place(progress.lastError()),
                texts.place(progress.errorHardness()),
                progress.attempts(),
                progress.method()
                        .map(method -> Codes.store(StoredPaymentMethod.class, method))
                        .orElse(null));
    }

    static About read(StoredAbout stored, Products products) {
        Texts texts = products.texts();
        return new About(
                texts.find(stored.getCartId()).map(CartId::new),
                texts.find(stored.getCheckoutId()).map(CheckoutId::new),
                texts.find(stored.getOrderId()).map(OrderId::new),
                LineCodec.read(stored.getLines(), products),
                new CheckoutProgress(
                        texts.find(stored.getStep()),
                        texts.find(stored.getLastError()),
                        texts.find(stored.getErrorHardness()),
                        stored.getAttempts(),
                        Optional.ofNullable(stored.getPaymentMethod())
                                .map(method -> Codes.read(PaymentMethod.class, method))));
    }

    static List<StoredEvidence> storeEvidence(List<Evidence> evidence, TextTable texts) {
        return evidence.stream().map(event -> store(event, texts)).toList();
    }

    static StoredEvidence store(Evidence event, TextTable texts) {
        return new StoredEvidence(
                texts.place(event.eventId().value()),
                texts.place(event.position().topic()),
                event.position().partition(),
                event.position().offset());
    }

    static List<Evidence> readEvidence(List<StoredEvidence> stored, Texts texts) {
        return stored.stream().map(event -> read(event, texts)).toList();
    }

    static Evidence read(StoredEvidence event, Texts texts) {
        return new Evidence(
                new EventId(texts.at(event.getEventId())),
                new SourcePosition(texts.at(event.getTopic()), event.getPartition(), event.getOffset()));
    }
}
