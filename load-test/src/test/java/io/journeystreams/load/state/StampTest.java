package io.journeystreams.load.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.engine.Entry.Event;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.intake.IntakeDecision;
import io.journeystreams.intake.IntakeRules;
import io.journeystreams.intake.ProfileResolver;
import io.journeystreams.intake.ReportedEvent;
import io.journeystreams.load.shop.ShopEvent;
import io.journeystreams.load.shop.ShopEvent.Kind;
import io.journeystreams.load.shop.Wire;
import io.journeystreams.state.StoredProfile;
import io.journeystreams.state.codec.ProfileCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

class StampTest {

    private static final long BEGINNING_MS = 1_700_000_000_000L;
    private static final long MINUTE_MS = 60_000;
    private static final int TEMPLATE = Shop.deviceOf(5);
    private static final int COPY = Shop.deviceOf(1_234_505);

    private final ProfileCodec codec = new ProfileCodec();

    @Test
    void copyHasTheBytesThatTheCustomerWouldHaveMade() {
        // given
        StoredProfile template = profileOf(TEMPLATE);
        StoredProfile own = profileOf(COPY);

        // when
        byte[] copy = Stamp.of(codec.encode(template), TEMPLATE).about(Names.of(COPY));

        // then
        assertThat(copy).isEqualTo(codec.encode(own));
        assertThat(codec.decode(copy, own.profile().key()).profile().recent().stream())
                .hasSize(3)
                .allSatisfy(event ->
                        assertThat(event.occurrence().deviceId().value()).isEqualTo(Wire.deviceId(COPY)));
    }

    @Test
    void keysOfTheTwoAreThoseOfTheirProfiles() {
        // given
        List<String> keys = Names.profileKeys(TEMPLATE);

        // when
        List<String> copies = keys.stream()
                .map(key -> new String(Stamp.of(key.getBytes(UTF_8), TEMPLATE).about(Names.of(COPY)), UTF_8))
                .toList();

        // then
        assertThat(copies).isEqualTo(List.of("a:" + Wire.deviceId(COPY), "c:" + Wire.customerId(COPY)));
    }

    private static StoredProfile profileOf(int device) {
        StoredProfile stored = StoredProfile.empty(new ProfileKey("c:" + Wire.customerId(device)));
        stored = after(stored, new ShopEvent(device, BEGINNING_MS, Kind.PAGE_VIEWED, List.of(7), 0), 1);
        stored = after(stored, new ShopEvent(device, BEGINNING_MS + MINUTE_MS, Kind.PRODUCT_ADDED, List.of(8), 1), 2);
        return after(
                stored, new ShopEvent(device, BEGINNING_MS + 2 * MINUTE_MS, Kind.PRODUCT_VIEWED, List.of(9), 0), 3);
    }

    private static StoredProfile after(StoredProfile stored, ShopEvent event, long number) {
        EnginePolicy policy = EnginePolicy.defaults();
        IntakeDecision.Accepted accepted =
                (IntakeDecision.Accepted) new IntakeRules(policy.clock(), new ProfileResolver())
                        .decide(
                                ReportedEvent.of(Wire.event(event, number)),
                                event.atMs(),
                                event.atMs(),
                                new SourcePosition("clickstream.events", 0, number));
        return stored.afterEvent(new JourneyEngine(policy)
                .decide(
                        stored.profile(),
                        Event.of(EventTypes.read(accepted.occurrence())),
                        ClockReading.at(event.atMs() - MINUTE_MS, event.atMs()),
                        event.atMs())
                .state());
    }
}
