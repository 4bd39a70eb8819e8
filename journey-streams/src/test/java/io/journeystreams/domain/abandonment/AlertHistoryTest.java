package io.journeystreams.domain.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a subject remembers of its alerts (rule A10). */
class AlertHistoryTest {

    private final Alert earlier = Unfinished.alert(Kind.CART, "k1", 10);
    private final Alert later = Unfinished.alert(Kind.CART, "k1", 20);

    @Test
    void aPurchaseStartsTheCountAnewAndLeavesTheCoolDown() {
        // when
        AlertHistory bought = AlertHistory.NONE.with(later).restarted();

        // then
        assertThat(bought.count()).isZero();
        assertThat(bought.hadAny()).isTrue();
        assertThat(bought.lastAtMs()).isEqualTo(later.deadlineMs());
    }

    @Test
    void anEarlierAlertThatTurnsUpAfterAPurchaseDoesNotShortenTheCoolDown() {
        // when
        AlertHistory counted = AlertHistory.NONE.with(later).restarted().counting(earlier);

        // then
        assertThat(counted.count()).isEqualTo(1);
        assertThat(counted.lastAtMs()).isEqualTo(later.deadlineMs());
    }

    @Test
    void withoutAnAlertNothingCoolsDown() {
        assertThat(AlertHistory.NONE.hadAny()).isFalse();
        assertThat(AlertHistory.NONE.counting(earlier).lastAtMs()).isEqualTo(earlier.deadlineMs());
    }
}
