package io.journeystreams.state.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.ProductKey;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.profile.RecentEvents;
import io.journeystreams.state.StoredProfile;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the recent events of a profile take at their bounds, with ids, names and addresses as long as real ones (fault R8). */
@Timeout(60)
class LargestProfileTest {

    /** What a record of the changelog may have. */
    private static final int LARGEST_RECORD = 1_000_000;

    private static final long BEGINNING_MS = 1_772_359_200_000L;
    private final Random random = new Random(1);

    /** As many as {@code History} keeps, and four times that while the clock stands still. docs/limits.md names what is beyond. */
    @ParameterizedTest
    @CsvSource({"1000, 0, 1", "1000, 1, 1000", "1000, 20, 1000", "1000, 200, 200", "4000, 1, 1000", "4000, 20, 20"})
    void recentEventsAtTheirBoundFitIntoARecord(int events, int lines, int products) {
        // given
        List<JourneyEvent> recent = IntStream.range(0, events)
                .mapToObj(number -> event(number, lines, products))
                .toList();
        ProfileState state = ProfileState.empty(ProfileKey.ofCustomer("anna")).withRecent(RecentEvents.of(recent));

        // when
        int bytes = new ProfileCodec().encode(new StoredProfile(state, ProfileState.NEVER)).length;

        // then
        System.out.printf(
                "stored profile, %d events of %d lines, %d products: %d bytes%n", events, lines, products, bytes);
        assertThat(bytes).isLessThan(LARGEST_RECORD);
    }

    private JourneyEvent event(int number, int lines, int products) {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        return EventDraft.of(id, lines == 0 ? "page_viewed" : "cart_viewed", BEGINNING_MS + number * 60_000L)
                .cart(lines == 0 ? Optional.empty() : Optional.of(new CartId("7d1f9b40-52c3-4f0e-a6d8-90b1c2d3e4f5")))
                .lines(IntStream.range(0, lines)
                        .mapToObj(i -> line((number * lines + i) % products))
                        .toList())
                .page(Optional.of("https://www.shop.example/kitchen/mugs-and-cups/" + number))
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
