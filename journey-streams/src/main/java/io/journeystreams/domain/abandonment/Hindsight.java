package io.journeystreams.domain.abandonment;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the gates of rule A11 said to an alert, asked again afterwards: for revisions of which it is not remembered any more.
 * When an alert was published is not remembered either, so it is taken to have been in time.
 */
public final class Hindsight {

    private Hindsight() {}

    /**
     * @param reminder the occasion; none: the deadline
     * @param recipient as known then
     * @param lastActionAtMs the last time before at which the customer was to be reminded of something, epoch milliseconds
     * @return {@link Reason#NONE} if nothing stood in the way
     */
    public static Reason gate(
            Alert alert,
            Optional<Reminder> reminder,
            Recipient recipient,
            AbandonmentPolicy policy,
            long lastActionAtMs) {
        Alert standing = alert.withStatus(new AlertStatus.Live());
        Occasion occasion =
                reminder.map(further -> Occasion.of(standing, further)).orElseGet(() -> Occasion.deadlineOf(standing));
        return new Gates(policy, recipient, occasion.atMs()).firstShut(occasion, lastActionAtMs);
    }

    /**
     * End of the quiet hours that held an alert back, epoch milliseconds.
     *
     * @param publishedAtMs epoch milliseconds
     */
    public static OptionalLong notBeforeMs(long publishedAtMs, Recipient recipient, ActionPolicy action) {
        return action.quietHours().stream()
                .mapToLong(quiet -> quiet.firstAllowedMs(
                        publishedAtMs, recipient.person().zone().orElse(action.zone())))
                .filter(allowedMs -> allowedMs > publishedAtMs)
                .findFirst();
    }
}
