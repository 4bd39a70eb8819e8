package io.journeystreams.state.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.engine.Entry;
import io.journeystreams.domain.engine.JourneyEngine;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.ProductKey;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.state.StoredProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many bytes a profile takes, with ids and addresses as long as real ones. */
@Timeout(30)
class ProfileCodecSizeTest {

    private static final long BEGINNING_MS = 1_772_359_200_000L;
    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();
    private static final int BUDGET = 1_200;

    private static final DeviceId PHONE = new DeviceId("3f8e2b5c-91d4-4c77-8a0e-6b1f2d3c4e5a");
    private static final CartId CART = new CartId("7d1f9b40-52c3-4f0e-a6d8-90b1c2d3e4f5");

    private final JourneyEngine engine = new JourneyEngine(EnginePolicy.defaults());
    private final Random random = new Random(20_260_301);

    @Test
    void anOpenCartAndTwentyRecentInteractionsFitIntoTheBudget() {
        // when
        ProfileState state = visit(20);

        // then
        assertThat(state.recent()).hasSize(20);
        assertThat(state.nextDueAtMs()).isNotEqualTo(ProfileState.NEVER);
        assertThat(sizeOf("open cart, 20 interactions", state)).isLessThanOrEqualTo(BUDGET);
    }

    @Test
    void anEmptyProfileIsAFewBytes() {
        assertThat(sizeOf("nothing", ProfileState.empty(ProfileKey.ofDevice(PHONE.value()))))
                .isLessThan(32);
    }

    @Test
    void furtherInteractionsCostLessThanTheFirst() {
        // when
        int few = sizeOf("open cart, 20 interactions", visit(20));
        int many = sizeOf("open cart, 200 interactions", visit(200));

        // then
        assertThat(many).isLessThan(few * 10);
    }

    @Test
    void anAlertTakesItsPlaceOnce() {
        // given
        ProfileState visited = visit(20);

        // when
        ProfileState alerted = elapse(visited, Duration.ofHours(2));
        ProfileState settled = settle(elapse(visited, Duration.ofDays(4)), Duration.ofDays(4));

        // then
        assertThat(alerted.alerts().open()).hasSize(1);
        assertThat(settled.alerts().open()).hasSize(1);
        assertThat(settled.recent()).hasSize(1);
        assertThat(sizeOf("the same with an alert", alerted)).isLessThanOrEqualTo(BUDGET + 200);
        assertThat(sizeOf("the same settled, with the alert", settled)).isLessThanOrEqualTo(1_000);
    }

    private int sizeOf(String what, ProfileState state) {
        int bytes = new ProfileCodec().encode(new StoredProfile(state, state.nextDueAtMs())).length;
        System.out.printf("stored profile, %s: %d bytes%n", what, bytes);
        return bytes;
    }

    private ProfileState visit(int interactions) {
        ProfileState state = ProfileState.empty(ProfileKey.ofDevice(PHONE.value()));
        for (int i = 0; i < interactions; i++) {
            long atMs = BEGINNING_MS + i * MINUTE_MS + random.nextInt(60_000);
            ClockReading clock = ClockReading.at(atMs - 2 * MINUTE_MS, atMs);
            state = engine.decide(state, Entry.Event.of(interaction(i, atMs)), clock, atMs)
                    .state();
        }
        return state;
    }

    private ProfileState elapse(ProfileState state, Duration silence) {
        long atMs = state.recent().get(state.recent().size() - 1).atMs() + silence.toMillis();
        return engine.onDeadline(state, ClockReading.at(atMs, atMs)).state();
    }

    private ProfileState settle(ProfileState state, Duration silence) {
        long atMs = state.recent().get(state.recent().size() - 1).atMs() + silence.toMillis() + MINUTE_MS;
        return engine.decide(state, Entry.Event.of(interaction(1, atMs)), ClockReading.at(atMs, atMs), atMs)
                .state();
    }

    /** Of ten: three into the cart, three products, four pages. */
    private JourneyEvent interaction(int i, long atMs) {
        boolean isAdd = i % 10 % 3 == 2;
        int product = i % 10 / 3;
        String type = isAdd ? "product_added" : i % 10 % 3 == 1 ? "product_viewed" : "page_viewed";
        return EventDraft.of(new UUID(random.nextLong(), random.nextLong()).toString(), type, atMs)
                .on(PHONE.value())
                .device(Optional.of("mobile"))
                .through(Optional.of("organic_search"))
                .cart(isAdd ? Optional.of(CART) : Optional.empty())
                .lines(isAdd ? List.of(line(product)) : List.of())
                .page(Optional.of("https://www.shop.example/kitchen/mugs-and-cups/" + (isAdd ? "" : product)))
                .at("clickstream.events", 3, 81_234_567L + i * 37L)
                .event();
    }

    private static Line line(int product) {
        return new Line(
                new ProductKey("SKU-10482" + product, Optional.empty()),
                Optional.of("Stoneware mug, 350 ml, no. " + product),
                1,
                Optional.of(Money.of("12.90", "EUR")),
                Optional.of("https://cdn.shop.example/img/SKU-10482" + product + ".jpg"),
                Optional.of("https://www.shop.example/kitchen/mugs-and-cups/" + product));
    }
}
