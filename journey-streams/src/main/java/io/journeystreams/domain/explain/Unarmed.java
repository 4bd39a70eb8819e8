package io.journeystreams.domain.explain;

import io.journeystreams.domain.abandonment.AbandonmentPolicy;
import io.journeystreams.domain.event.CartSnapshot;
import io.journeystreams.domain.event.CheckoutStarted;
import io.journeystreams.domain.event.FormStarted;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.PaymentFailed;
import io.journeystreams.domain.event.ProductAdded;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.session.SessionRules;
import java.util.Optional;

/** Why an event that usually arms something did not. */
enum Unarmed {
    TEST("A14"),
    TOO_LATE("T3"),
    BOT("S6"),
    ENOUGH_ALERTS("A10");

    private final String rule;

    Unarmed(String rule) {
        this.rule = rule;
    }

    String rule() {
        return rule;
    }

    /** @param after the journey after the event, in which it has armed and touched nothing */
    static Optional<Unarmed> why(JourneyEvent event, Journey after, AbandonmentPolicy policy) {
        Occurrence occurrence = event.occurrence();
        if (!usuallyArms(event)) {
            return Optional.empty();
        }
        if (occurrence.test()) {
            return Optional.of(TEST);
        }
        if (occurrence.late()) {
            return Optional.of(TOO_LATE);
        }
        if (SessionRules.isOfBot(after.sessions(), event)) {
            return Optional.of(BOT);
        }
        return hasHadEnough(occurrence, after, policy) ? Optional.of(ENOUGH_ALERTS) : Optional.empty();
    }

    private static boolean usuallyArms(JourneyEvent event) {
        return event instanceof ProductAdded
                || event instanceof CartSnapshot
                || event instanceof CheckoutStarted
                || event instanceof PaymentFailed
                || event instanceof FormStarted;
    }

    private static boolean hasHadEnough(Occurrence occurrence, Journey after, AbandonmentPolicy policy) {
        return after.abandonment().subjects().stream()
                .filter(subject -> !subject.isArmed() && subject.alerts().count() >= policy.maxAlerts())
                .anyMatch(subject -> occurrence.cartId().isEmpty()
                        || occurrence.cartId().equals(subject.about().cartId()));
    }
}
