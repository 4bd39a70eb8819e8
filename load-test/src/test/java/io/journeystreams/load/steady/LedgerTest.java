package io.journeystreams.load.steady;

import static io.journeystreams.load.steady.OutputKind.PICTURE;
import static io.journeystreams.load.steady.OutputKind.STAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.load.shop.ShopEvent;
import io.journeystreams.load.shop.ShopEvent.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two visitors, two events a millisecond: 7 looks, 8 looks, 7 adds, 8 adds. */
class LedgerTest {

    private static final long START_MS = 1_000;
    private static final long MS = 1_000_000;
    private static final int VISITORS = 10;

    private final Schedule schedule = new Schedule(0, START_MS, 2_000);
    private final Ledger ledger = new Ledger(schedule, 4, VISITORS, 2);

    LedgerTest() {
        ledger.willSend(0, event(7, Kind.PAGE_VIEWED));
        ledger.willSend(1, event(8, Kind.PAGE_VIEWED));
        ledger.willSend(2, event(7, Kind.PRODUCT_ADDED));
        ledger.willSend(3, event(8, Kind.PRODUCT_ADDED));
    }

    @Test
    void whatHasNotComeIsMissing() {
        assertThat(ledger.outstanding()).isEqualTo(6);
        assertThat(counts(STAGE)).containsExactly(4, 4, 0, 0);
        assertThat(counts(PICTURE)).containsExactly(2, 2, 0, 0);
    }

    @Test
    void whatHasComeIsMeasuredFromWhenItsEventWasDue() {
        // when
        ledger.stageMoved(3, 41 * MS);
        ledger.pictured(7, START_MS + 1, START_MS + 5, 31 * MS);

        // then
        assertThat(ledger.tally(STAGE).latency().maxMs()).isBetween(39.45, 39.55);
        assertThat(ledger.tally(PICTURE).latency().maxMs()).isBetween(29.95, 30.05);
        assertThat(counts(STAGE)).containsExactly(4, 3, 0, 1);
        assertThat(counts(PICTURE)).containsExactly(2, 1, 0, 1);
        assertThat(ledger.outstanding()).isEqualTo(4);
    }

    @Test
    void whatBelongsToTheWarmUpIsCountedAndNotMeasured() {
        // when
        ledger.stageMoved(0, 41 * MS);

        // then
        assertThat(counts(STAGE)).containsExactly(4, 3, 0, 0);
    }

    @Test
    void whatComesTwiceIsRepeated() {
        // given
        ledger.stageMoved(2, 41 * MS);
        ledger.pictured(7, START_MS + 1, START_MS + 5, 31 * MS);

        // when
        ledger.stageMoved(2, 51 * MS);
        ledger.pictured(7, START_MS + 1, START_MS + 5, 51 * MS);

        // then
        assertThat(counts(STAGE)).containsExactly(4, 3, 1, 1);
        assertThat(counts(PICTURE)).containsExactly(2, 1, 1, 1);
        assertThat(ledger.tally(STAGE).isExact()).isFalse();
    }

    @Test
    void aPictureOfAnotherDecisionAfterTheSameEventIsNoRepetition() {
        // given
        ledger.pictured(7, START_MS + 1, START_MS + 5, 31 * MS);

        // when
        ledger.pictured(7, START_MS + 1, START_MS + 6, 31 * MS);

        // then
        assertThat(counts(PICTURE)).containsExactly(2, 1, 0, 1);
    }

    @Test
    void theHandOverOfADeviceMayLookLikeASecondPicture() {
        // given: intake took both events within a millisecond
        ledger.pictured(7, START_MS, START_MS + 5, 31 * MS);
        ledger.pictured(7, START_MS + 1, START_MS + 5, 31 * MS);

        // when
        ledger.pictured(7, START_MS + 1, START_MS + 5, 31 * MS);

        // then
        assertThat(counts(PICTURE)).containsExactly(2, 1, 0, 1);
    }

    @Test
    void picturesThatNobodyWaitsForAreNothing() {
        // when
        ledger.pictured(7, START_MS, START_MS + 5, 31 * MS);
        ledger.pictured(7, START_MS - 400, START_MS + 5, 31 * MS);
        ledger.pictured(9, START_MS + 1, START_MS + 5, 31 * MS);
        ledger.pictured(9, START_MS + 99, START_MS + 105, 131 * MS);

        // then
        assertThat(counts(PICTURE)).containsExactly(2, 2, 0, 0);
    }

    @Test
    void aMoveThatIsNotForeseenIsMeasuredAndMayNotBeRepeated() {
        // given
        Ledger longer = new Ledger(schedule, 2, VISITORS, 0);
        longer.willSend(0, event(7, Kind.PAGE_VIEWED));
        longer.willSend(1, event(7, Kind.PRODUCT_VIEWED));
        longer.stageMoved(0, 20 * MS);

        // when
        longer.stageMoved(1, 20 * MS);
        longer.stageMoved(1, 30 * MS);

        // then
        Tally tally = longer.tally(STAGE);
        assertThat(List.of(
                        tally.expected(),
                        tally.missing(),
                        tally.repeated(),
                        tally.latency().count()))
                .containsExactly(1L, 0L, 1L, 2L);
    }

    @Test
    void aMoveByAnEventThatWasNeverSentIsAnError() {
        assertThatThrownBy(() -> ledger.stageMoved(4, 0)).hasMessageContaining("event 4");
    }

    /** Expected, missing, repeated, measured. */
    private List<Integer> counts(OutputKind kind) {
        Tally tally = ledger.tally(kind);
        return List.of((int) tally.expected(), (int) tally.missing(), (int) tally.repeated(), (int)
                tally.latency().count());
    }

    private static ShopEvent event(int device, Kind kind) {
        return new ShopEvent(device, 0, kind, List.of(1), 1);
    }
}
