package io.journeystreams.state.codec;

import io.journeystreams.contracts.ProfileState;
import io.journeystreams.contracts.StoredEvent;
import io.journeystreams.contracts.StoredOrigin;
import io.journeystreams.contracts.StoredProduct;
import io.journeystreams.registry.CompiledWriter;
import io.journeystreams.registry.TrustedAvro;
import io.journeystreams.registry.WrittenItems;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Write the items of those arrays of a profile's record of which a part is kept as bytes. For one thread. */
final class ItemWriters {

    private static final SpecificData MODEL = TrustedAvro.modelOf(ProfileState.class);

    private final WrittenItems.Writer<Object> texts = writer("texts");
    private final WrittenItems.Writer<StoredProduct> products = writer("products");
    private final WrittenItems.Writer<StoredOrigin> origins = writer("origins");
    private final WrittenItems.Writer<StoredEvent> events = writer("recent");

    WrittenItems.Writer<Object> texts() {
        return texts;
    }

    WrittenItems.Writer<StoredProduct> products() {
        return products;
    }

    WrittenItems.Writer<StoredOrigin> origins() {
        return origins;
    }

    WrittenItems.Writer<StoredEvent> events() {
        return events;
    }

    private static <T> WrittenItems.Writer<T> writer(String array) {
        Schema items = ProfileState.getClassSchema().getField(array).schema().getElementType();
        return new WrittenItems.Writer<>(new CompiledWriter<>(items, MODEL));
    }
}
