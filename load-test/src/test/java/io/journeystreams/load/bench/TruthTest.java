package io.journeystreams.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.load.shop.ShopEvent;
import io.journeystreams.load.shop.ShopEvent.Kind;
import io.journeystreams.load.shop.Wire;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TruthTest {

    private static final long MINUTE = 60_000;
    private static final String DEVICE = Wire.deviceId(1);

    private final Truth truth = new Truth();

    @Test
    void aSessionGoesOnAfterAGapAndEndsAfterMore() {
        // when
        happens(Kind.PAGE_VIEWED, 0);
        happens(Kind.PAGE_VIEWED, 30 * MINUTE);
        happens(Kind.PAGE_VIEWED, 60 * MINUTE + 1);

        // then
        assertThat(truth.results())
                .isEqualTo(new Results(
                        Set.of(
                                new ClosedSession(DEVICE, 0, 30 * MINUTE, 2),
                                new ClosedSession(DEVICE, 60 * MINUTE + 1, 60 * MINUTE + 1, 1)),
                        Set.of()));
    }

    @Test
    void aLookRestartsTheDelayOfACart() {
        // when
        happens(Kind.PRODUCT_ADDED, 0);
        happens(Kind.PAGE_VIEWED, 60 * MINUTE);

        // then
        assertThat(truth.results().carts()).isEqualTo(Set.of(new AbandonedCart(DEVICE, 120 * MINUTE)));
    }

    @Test
    void whatIsBoughtInTimeWasNotAbandonedAndWhatIsBoughtAfterwardsWas() {
        // when
        happens(Kind.PRODUCT_ADDED, 0);
        happens(Kind.ORDER_PLACED, 10 * MINUTE);
        happens(Kind.PRODUCT_ADDED, 500 * MINUTE);
        happens(Kind.ORDER_PLACED, 900 * MINUTE);

        // then
        assertThat(truth.results().carts()).isEqualTo(Set.of(new AbandonedCart(DEVICE, 560 * MINUTE)));
    }

    private void happens(Kind kind, long atMs) {
        truth.accept(new ShopEvent(1, atMs, kind, List.of(5), kind == Kind.PRODUCT_ADDED ? 1 : 0));
    }
}
