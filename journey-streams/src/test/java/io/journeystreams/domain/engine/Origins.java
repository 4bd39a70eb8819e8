package io.journeystreams.domain.engine;

import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Where the events of a random history came from: by which channel and on which kind of device, now and then not known. */
final class Origins {

    private static final List<Optional<String>> CHANNELS = List.of(
            Optional.empty(), Optional.empty(), Optional.of("email"), Optional.of("google"), Optional.of("store"));
    private static final List<Optional<String>> DEVICES = List.of(
            Optional.empty(), Optional.of("mobile"), Optional.of("desktop"), Optional.of("app"), Optional.of("car"));

    private Origins() {}

    /** The random history of that seed. */
    static List<JourneyEvent> given(long seed) {
        Random random = new Random(~seed);
        return new RandomHistory(seed)
                .events().stream()
                        .map(event -> given(event.occurrence(), random))
                        .toList();
    }

    private static JourneyEvent given(Occurrence from, Random random) {
        return EventTypes.read(new Occurrence(
                from.id(),
                from.type(),
                from.atMs(),
                from.source(),
                from.deviceId(),
                any(DEVICES, random),
                any(CHANNELS, random),
                from.campaign(),
                from.cartId(),
                from.checkoutId(),
                from.orderId(),
                from.lines(),
                from.total(),
                from.pageUrl(),
                from.attributes(),
                from.namesCustomer(),
                random.nextInt(20) == 0,
                from.test(),
                from.position()));
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
