package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredOrigin;
import io.journeystreams.contracts.StoredSource;
import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.registry.WrittenItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives what the events of a visit have in common its place, in the order of first use, with the first one's offset. */
final class OriginTable {

    private final TextTable texts;
    private final PlaceTable<Origin, StoredOrigin> origins;
    private final List<Long> offsets = new ArrayList<>();
    private @Nullable Origin last;
    private int lastPlace;

    private OriginTable(TextTable texts, PlaceTable<Origin, StoredOrigin> origins) {
        this.texts = texts;
        this.origins = origins;
    }

    static OriginTable kept(TextTable texts, WrittenItems.Writer<StoredOrigin> writer) {
        return new OriginTable(texts, PlaceTable.kept(writer));
    }

    private record Origin(
            Occurrence.Source source,
            DeviceId deviceId,
            Optional<String> device,
            Optional<String> channel,
            Optional<String> campaign,
            boolean namesCustomer,
            boolean late,
            boolean test,
            String topic,
            int partition) {

        static Origin of(Occurrence occurrence) {
            return new Origin(
                    occurrence.source(),
                    occurrence.deviceId(),
                    occurrence.device(),
                    occurrence.channel(),
                    occurrence.campaign(),
                    occurrence.namesCustomer(),
                    occurrence.late(),
                    occurrence.test(),
                    occurrence.position().topic(),
                    occurrence.position().partition());
        }

        boolean isOf(Occurrence occurrence) {
            return source == occurrence.source()
                    && deviceId.equals(occurrence.deviceId())
                    && device.equals(occurrence.device())
                    && channel.equals(occurrence.channel())
                    && campaign.equals(occurrence.campaign())
                    && namesCustomer == occurrence.namesCustomer()
                    && late == occurrence.late()
                    && test == occurrence.test()
                    && topic.equals(occurrence.position().topic())
                    && partition == occurrence.position().partition();
        }
    }

    /** That of the event before it, mostly. */
    int place(Occurrence occurrence) {
        if (last == null || !last.isOf(occurrence)) {
            last = Origin.of(occurrence);
            lastPlace = place(last, occurrence.position().offset());
        }
        return lastPlace;
    }

    private int place(Origin origin, long offset) {
        int known = origins.find(origin);
        if (known != PlaceTable.NONE) {
            return known;
        }
        offsets.add(offset);
        return origins.add(origin, store(origin, offset));
    }

    /** Offset from which those of the events at this place are counted. */
    long offsetAt(int place) {
        return offsets.get(place);
    }

    List<StoredOrigin> stored() {
        return origins.stored();
    }

    private StoredOrigin store(Origin origin, long offset) {
        return new StoredOrigin(
                Codes.store(StoredSource.class, origin.source()),
                texts.place(origin.deviceId().value()),
                texts.place(origin.device()),
                texts.place(origin.channel()),
                texts.place(origin.campaign()),
                origin.late(),
                origin.test(),
                texts.place(origin.topic()),
                origin.partition(),
                offset,
                origin.namesCustomer());
    }
}
