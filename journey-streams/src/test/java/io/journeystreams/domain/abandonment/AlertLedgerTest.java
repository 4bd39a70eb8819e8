package io.journeystreams.domain.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.abandonment.AlertOutput.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of alerts that were told, so that none is told twice (rules A1, I6). */
class AlertLedgerTest {

    private static final Alert EARLY = Unfinished.alert(Kind.CART, "early", 0);
    private static final Alert LATE = Unfinished.alert(Kind.CART, "late", 10);

    private static final PublishedAlert EARLY_OPEN = Unfinished.published(EARLY, State.ABANDONED);
    private static final PublishedAlert EARLY_ENDED = EARLY_OPEN.ended(State.RECOVERED, Reason.NONE);
    private static final PublishedAlert LATE_OPEN = Unfinished.published(LATE, State.ABANDONED);

    @Test
    void alertsFromADeadlineOnIncludeIt() {
        assertThat(ledger(EARLY_ENDED, LATE_OPEN).from(LATE.deadlineMs())).containsExactly(LATE);
        assertThat(ledger(EARLY_ENDED, LATE_OPEN).from(LATE.deadlineMs() + 1)).isEmpty();
        assertThat(ledger(EARLY_ENDED, LATE_OPEN).from(EARLY.deadlineMs())).containsExactly(EARLY, LATE);
    }

    @Test
    void thoseThatReadersTakeToStandAreOpen() {
        assertThat(ledger(EARLY_ENDED, LATE_OPEN).open()).containsExactly(LATE);
    }

    @Test
    void lastDeadlineIsTheLatest() {
        assertThat(ledger(LATE_OPEN, EARLY_ENDED).lastDeadlineMs()).isEqualTo(LATE.deadlineMs());
        assertThat(AlertLedger.EMPTY.lastDeadlineMs()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void alertThatBothHaveToldIsRememberedOnce() {
        // given
        AlertLedger one = new AlertLedger(List.of(EARLY_OPEN), 5, new Trial(1, 0, 0, 0));
        AlertLedger other = new AlertLedger(List.of(EARLY_ENDED, LATE_OPEN), 7, new Trial(2, 1, 0, 0));

        // then
        assertThat(one.union(other))
                .isEqualTo(new AlertLedger(List.of(EARLY_OPEN, LATE_OPEN), 7, new Trial(3, 1, 0, 0)));
        assertThat(other.union(one).alerts()).containsExactly(EARLY_ENDED, LATE_OPEN);
    }

    @Test
    void alertIsForgottenWhenItIsOldAndEndedAndNotToldOfAnyMore() {
        // given
        long afterMs = EARLY.deadlineMs() + 1;
        Abandonment telling = Unfinished.abandonment(Unfinished.alerted(EARLY));

        // then
        assertThat(ledger(EARLY_ENDED, LATE_OPEN).forgetBefore(afterMs, Abandonment.NONE))
                .isEqualTo(ledger(LATE_OPEN));
        assertThat(ledger(EARLY_ENDED).forgetBefore(EARLY.deadlineMs(), Abandonment.NONE))
                .isEqualTo(ledger(EARLY_ENDED));
        assertThat(ledger(EARLY_OPEN).forgetBefore(afterMs, Abandonment.NONE)).isEqualTo(ledger(EARLY_OPEN));
        assertThat(ledger(EARLY_ENDED).forgetBefore(afterMs, telling)).isEqualTo(ledger(EARLY_ENDED));
    }

    private static AlertLedger ledger(PublishedAlert... alerts) {
        return new AlertLedger(List.of(alerts), Gates.NEVER_ACTED, Trial.NONE);
    }
}
