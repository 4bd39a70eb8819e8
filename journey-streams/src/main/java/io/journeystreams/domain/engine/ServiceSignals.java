package io.journeystreams.domain.engine;

import io.journeystreams.domain.churn.Signal;
import io.journeystreams.domain.churn.SignalKind;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.service.ContactChannel;
import io.journeystreams.domain.service.Service;
import java.util.List;
import java.util.Optional;

/** What contacts with the service say about a contract (rule C2). */
final class ServiceSignals {

    private ServiceSignals() {}

    /** Of what has happened since. */
    static List<Signal> between(Service before, Service after) {
        if (after.moments().size() == before.moments().size()) {
            return List.of();
        }
        return after.moments().subList(before.moments().size(), after.moments().size()).stream()
                .flatMap(moment -> kind(moment).map(kind -> new Signal(kind, moment.atMs(), moment.by())).stream())
                .toList();
    }

    private static Optional<SignalKind> kind(Moment moment) {
        return switch (moment.kind()) {
            case PROMISE_BREACHED ->
                moment.contact()
                        .map(contact -> contact.channel().equals(ContactChannel.TICKET.text())
                                ? SignalKind.TICKET_OVERDUE
                                : SignalKind.LONG_WAIT);
            case REPEAT_CONTACT -> Optional.of(SignalKind.REPEAT_CONTACT);
            case THANK_YOU, SURPRISE_WINDOW, REVIEW, LOYALTY_TIER, WIN_BACK, CONTACT_ENDED, SOLVED_AT_FIRST_CONTACT ->
                Optional.empty();
        };
    }
}
