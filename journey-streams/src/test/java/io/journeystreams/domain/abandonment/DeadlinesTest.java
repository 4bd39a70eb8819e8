package io.journeystreams.domain.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.abandonment.Deadlines.PutOff;
import io.journeystreams.domain.abandonment.Deadlines.Wait;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long something waits, and why longer than its delay (rules A2, A3, A10). */
class DeadlinesTest {

    private static final AbandonmentPolicy POLICY = AbandonmentPolicy.defaults();
    private static final long DELAY_MS = POLICY.of(Kind.CART).delay().toMillis();
    private static final long ARMED_AT_MS = Duration.ofHours(100).toMillis();
    private static final Subject CART = Unfinished.armed(Kind.CART, "k1", ARMED_AT_MS);

    @Test
    void whatIsNotArmedWaitsForNothing() {
        // given
        Subject idle = Unfinished.idle(Kind.CART, "k1", ARMED_AT_MS);

        // then
        assertThat(Deadlines.waitOf(Unfinished.abandonment(idle), idle, ARMED_AT_MS, POLICY))
                .isEmpty();
    }

    @Test
    void withoutAnAlertBeforeItWaitsForItsDelay() {
        assertThat(Deadlines.waitOf(Unfinished.abandonment(CART), CART, ARMED_AT_MS + 5, POLICY))
                .contains(new Wait(ARMED_AT_MS + 5 + DELAY_MS, PutOff.NO));
    }

    @Test
    void afterItsOwnAlertItCoolsDown() {
        // given
        Subject again = having(CART, alertDueAt(Kind.CART, "k1", ARMED_AT_MS - 1));
        long cooledAtMs = ARMED_AT_MS - 1 + POLICY.coolDown().toMillis();

        // then
        assertThat(Deadlines.waitOf(Unfinished.abandonment(again), again, ARMED_AT_MS, POLICY))
                .contains(new Wait(cooledAtMs, PutOff.COOL_DOWN));
    }

    @Test
    void deadlineAtTheEndOfTheCoolDownIsNotPutOff() {
        // given
        Subject again = having(CART, alertDueAt(Kind.CART, "k1", ARMED_AT_MS));
        long activityAtMs = ARMED_AT_MS + POLICY.coolDown().toMillis() - DELAY_MS;

        // then
        assertThat(Deadlines.waitOf(Unfinished.abandonment(again), again, activityAtMs, POLICY))
                .contains(new Wait(activityAtMs + DELAY_MS, PutOff.NO));
    }

    @Test
    void afterAPurchaseItCoolsDownAllTheSame() {
        // given
        Subject again = having(CART, alertDueAt(Kind.CART, "k1", ARMED_AT_MS));
        Subject bought = again.with(again.alerts().restarted());

        // then
        assertThat(Deadlines.waitOf(Unfinished.abandonment(bought), bought, ARMED_AT_MS, POLICY))
                .contains(new Wait(ARMED_AT_MS + POLICY.coolDown().toMillis(), PutOff.COOL_DOWN));
    }

    @Test
    void afterTheAlertOfAHigherKindItIsQuiet() {
        // given
        Subject till = Unfinished.alerted(alertDueAt(Kind.CHECKOUT, "k1", ARMED_AT_MS));
        Subject look = Unfinished.alerted(alertDueAt(Kind.BROWSE, "p1", ARMED_AT_MS));
        long quietUntilMs = ARMED_AT_MS + POLICY.quietAfterHigher().toMillis();

        // then
        assertThat(Deadlines.waitOf(Unfinished.abandonment(CART, till, look), CART, ARMED_AT_MS, POLICY))
                .contains(new Wait(quietUntilMs, PutOff.HIGHER_KIND));
        assertThat(Deadlines.waitOf(Unfinished.abandonment(CART, look), CART, ARMED_AT_MS, POLICY))
                .contains(new Wait(ARMED_AT_MS + DELAY_MS, PutOff.NO));
    }

    @Test
    void ofSeveralReasonsTheOneThatTakesLongestIsTold() {
        // given
        Subject again = having(CART, alertDueAt(Kind.CART, "k1", ARMED_AT_MS - 1));
        Subject till = Unfinished.alerted(alertDueAt(Kind.CHECKOUT, "k1", ARMED_AT_MS));

        // then
        assertThat(Deadlines.waitOf(Unfinished.abandonment(again, till), again, ARMED_AT_MS, POLICY)
                        .map(Wait::putOff))
                .contains(PutOff.HIGHER_KIND);
    }

    private static Subject having(Subject subject, Alert alert) {
        return subject.with(subject.alerts().with(alert));
    }

    private static Alert alertDueAt(Kind kind, String id, long deadlineMs) {
        return Unfinished.alert(kind, id, deadlineMs - 100);
    }
}
