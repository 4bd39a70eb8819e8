package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredInterest;
import io.journeystreams.contracts.StoredLine;
import io.journeystreams.contracts.StoredLook;
import io.journeystreams.contracts.StoredOnScreen;
import io.journeystreams.domain.abandonment.Evidence;
import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.ProductKey;
import io.journeystreams.domain.interest.Interest;
import io.journeystreams.domain.interest.Look;
import io.journeystreams.domain.interest.OnScreen;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was looked at. */
final class InterestCodec {

    private InterestCodec() {}

    /** Null if nothing was. */
    static @Nullable StoredInterest store(Interest interest, ProductTable products) {
        return interest.equals(Interest.NONE)
                ? null
                : new StoredInterest(
                        interest.looks().stream()
                                .map(look -> store(look, products))
                                .toList(),
                        interest.onScreen().stream()
                                .map(shown -> store(shown, products))
                                .toList(),
                        interest.soldOut().stream()
                                .map(product -> store(product, products))
                                .toList());
    }

    private static StoredLook store(Look look, ProductTable products) {
        return new StoredLook(LineCodec.store(look.line(), products), look.views(), Moments.store(look.lastAtMs()));
    }

    private static StoredOnScreen store(OnScreen shown, ProductTable products) {
        return new StoredOnScreen(
                products.texts().place(shown.device().value()),
                LineCodec.store(shown.line(), products),
                AboutCodec.store(new Evidence(shown.view(), shown.position()), products.texts()),
                Moments.store(shown.sinceMs()));
    }

    private static StoredLine store(ProductKey product, ProductTable products) {
        Line bare = new Line(product, Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());
        return LineCodec.store(bare, products);
    }

    static Interest read(@Nullable StoredInterest stored, Products products) {
        return stored == null
                ? Interest.NONE
                : new Interest(
                        stored.getLooks().stream()
                                .map(look -> read(look, products))
                                .toList(),
                        stored.getOnScreen().stream()
                                .map(shown -> read(shown, products))
                                .toList(),
                        stored.getSoldOut().stream()
                                .map(line -> LineCodec.read(line, products).product())
                                .toList());
    }

    private static Look read(StoredLook stored, Products products) {
        return new Look(
                LineCodec.read(stored.getProduct(), products), stored.getViews(), Moments.read(stored.getLastAt()));
    }

    private static OnScreen read(StoredOnScreen stored, Products products) {
        Evidence view = AboutCodec.read(stored.getView(), products.texts());
        return new OnScreen(
                new DeviceId(products.texts().at(stored.getDeviceId())),
                LineCodec.read(stored.getProduct(), products),
                view.eventId(),
                view.position(),
                Moments.read(stored.getSince()));
    }
}
