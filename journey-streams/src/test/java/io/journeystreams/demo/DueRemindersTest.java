package io.journeystreams.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DueRemindersTest {

    private static final long DUE_MS = 1_000_000;
    private static final long LATER_MS = DUE_MS + DueReminders.SENT_WITHIN.toMillis() + 1;

    private final DueReminders reminders = new DueReminders();

    @Test
    void whatWasDueAndNotSentIsMissing() {
        // given
        reminders.expect(visit("ada-1", OptionalLong.of(DUE_MS)));
        reminders.expect(visit("bela-2", OptionalLong.of(DUE_MS)));

        // when
        reminders.sent("c:ada-1");

        // then
        assertThat(reminders.compare(LATER_MS)).isEqualTo(new DueReminders.Result(2, 0, 1, 0));
        assertThat(reminders.compare(LATER_MS - 1)).isEqualTo(new DueReminders.Result(0, 0, 0, 0));
    }

    @Test
    void whatIsWithheldToCompareIsNotMissing() {
        // given
        reminders.expect(visit("ada-1", OptionalLong.of(DUE_MS)));

        // when
        reminders.withheld("c:ada-1");

        // then
        assertThat(reminders.compare(LATER_MS)).isEqualTo(new DueReminders.Result(1, 1, 0, 0));
    }

    @Test
    void whatWasSentWithoutBeingDueIsUnexpected() {
        // given
        reminders.expect(visit("ada-1", OptionalLong.empty()));

        // when
        reminders.sent("c:ada-1");

        // then
        assertThat(reminders.compare(LATER_MS)).isEqualTo(new DueReminders.Result(0, 0, 0, 1));
    }

    @Test
    void nobodyIsRemindedWhoHasNotSaidWhoTheyAre() {
        // given
        reminders.expect(visit(Optional.empty(), OptionalLong.of(DUE_MS)));

        // then
        assertThat(reminders.compare(LATER_MS)).isEqualTo(new DueReminders.Result(0, 0, 0, 0));
    }

    private static Visit visit(String customerId, OptionalLong dueMs) {
        return visit(Optional.of(customerId), dueMs);
    }

    private static Visit visit(Optional<String> customerId, OptionalLong dueMs) {
        Shopper shopper = new Shopper(
                1, Plan.LEAVES_CART, Standing.MEMBER, "d-1", customerId, Device.MOBILE, EntryChannel.DIRECT);
        return new Visit(shopper, List.of(), dueMs, Optional.empty());
    }
}
