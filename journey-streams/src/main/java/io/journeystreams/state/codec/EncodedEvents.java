package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredEvent;
import io.journeystreams.contracts.StoredOrigin;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.profile.RecentEvents;
import io.journeystreams.registry.WrittenItems;
import java.util.List;

/**
 * Recent events of a profile as its record has them, and what they put into its tables. An event mostly comes at the end of those that are
 * there: kept beside a profile in use, this spares it that they are encoded again for every one that follows. For one thread.
 */
public final class EncodedEvents {

    private final TextTable texts;
    private final OriginTable origins;
    private final ProductTable products;
    private final WrittenItems<StoredEvent> stored;
    private RecentEvents encoded = RecentEvents.NONE;
    private boolean isWhole = true;
    private long lastAtMs;

    EncodedEvents(ItemWriters writers) {
        texts = TextTable.kept(writers.texts());
        origins = OriginTable.kept(texts, writers.origins());
        products = ProductTable.kept(texts, writers.products());
        stored = new WrittenItems<>(writers.events());
    }

    /** They are the first of these, and nothing failed while they were encoded. */
    boolean begin(RecentEvents events) {
        return isWhole && events.beginWith(encoded);
    }

    /** @param events that {@link #begin} with those that were encoded */
    void goOn(RecentEvents events) {
        isWhole = false;
        for (JourneyEvent event : events.subList(encoded.size(), events.size())) {
            stored.add(OccurrenceCodec.store(event.occurrence(), event.atMs() - lastAtMs, origins, products));
            lastAtMs = event.atMs();
        }
        encoded = events;
        isWhole = true;
    }

    /** Those of the events, to be continued with what else the profile holds. */
    ProductTable products() {
        return products.continued(texts.continued());
    }

    List<StoredOrigin> origins() {
        return origins.stored();
    }

    List<StoredEvent> stored() {
        return stored;
    }
}
