package io.journeystreams.load.steady;

import static io.journeystreams.load.steady.OutputKind.PICTURE;
import static io.journeystreams.load.steady.OutputKind.STAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.load.shop.ShopEvent;
import io.journeystreams.load.shop.ShopEvent.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DutyTest {

    private final Duty duty = new Duty();

    @Test
    void theFirstEventMovesAStage() {
        assertThat(duty.of(event(1, Kind.PAGE_VIEWED))).containsExactly(STAGE);
        assertThat(duty.of(event(1, Kind.PAGE_VIEWED))).isEmpty();
        assertThat(duty.of(event(2, Kind.PRODUCT_ADDED))).containsExactly(STAGE);
    }

    @Test
    void theFirstProductMovesAStageAndEachRenewsThePicture() {
        // given
        duty.of(event(1, Kind.PAGE_VIEWED));

        // then
        assertThat(duty.of(event(1, Kind.PRODUCT_ADDED))).containsExactly(STAGE, PICTURE);
        assertThat(duty.of(event(1, Kind.PRODUCT_VIEWED))).isEmpty();
        assertThat(duty.of(event(1, Kind.PRODUCT_ADDED))).containsExactly(PICTURE);
    }

    @Test
    void anOrderMovesAStageAndSoDoesTheFirstProductAfterIt() {
        // given
        duty.of(event(1, Kind.PRODUCT_ADDED));

        // then
        assertThat(duty.of(event(1, Kind.ORDER_PLACED))).containsExactly(STAGE, PICTURE);
        assertThat(duty.of(event(1, Kind.PAGE_VIEWED))).isEmpty();
        assertThat(duty.of(event(1, Kind.PRODUCT_ADDED))).containsExactly(STAGE, PICTURE);
    }

    private static ShopEvent event(int device, Kind kind) {
        return new ShopEvent(device, 0, kind, List.of(1), 1);
    }
}
