package io.journeystreams.domain.service;

import io.journeystreams.domain.event.ContactAnswered;
import io.journeystreams.domain.event.ContactEnded;
import io.journeystreams.domain.event.ContactOpened;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.SelectiveHandler;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.moment.Moment.ContactFigures;
import io.journeystreams.domain.moment.Moment.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A contact on its way: asked for, answered, over; and whether the customer had to come again (rule M3). */
record ContactSteps(Service before, ServicePolicy policy) implements SelectiveHandler<Service> {

    private static final String REOPENED = "ticket_reopened";
    private static final String PROMISE = "promise_ms";
    private static final String TOPIC = "topic";

    @Override
    public Service otherwise(JourneyEvent event) {
        return before;
    }

    @Override
    public Service onContactOpened(ContactOpened event) {
        Occurrence occurrence = event.occurrence();
        ContactChannel channel = ContactChannel.of(occurrence);
        Optional<String> id = channel.contactId(occurrence);
        if (id.isPresent() && before.find(channel, id).isPresent()) {
            return before;
        }
        Optional<PastContact> earlier = earlier(occurrence);
        boolean isRepeat = earlier.isPresent() || occurrence.type().equals(REOPENED);
        Contact contact = new Contact(
                channel,
                id,
                event.id(),
                event.atMs(),
                OptionalLong.empty(),
                promiseMs(occurrence, channel),
                false,
                isRepeat,
                occurrence.attribute(TOPIC));
        Service opened = before.with(contact);
        return earlier.map(past -> repeated(opened, past, contact)).orElse(opened);
    }

    private Optional<PastContact> earlier(Occurrence occurrence) {
        long sinceMs = occurrence.atMs() - policy.repeatWithin().toMillis();
        return before.past().stream()
                .filter(past -> past.endedAtMs() >= sinceMs && past.isAbout(occurrence.attribute(TOPIC)))
                .reduce((one, later) -> later);
    }

    private static Service repeated(Service state, PastContact earlier, Contact contact) {
        List<PastContact> past = state.past().stream()
                .map(known -> known.equals(earlier) ? known.notSolved() : known)
                .toList();
        return state.withPast(past)
                .with(moment(
                        Kind.REPEAT_CONTACT,
                        contact.openedAtMs(),
                        contact.openedBy(),
                        earlier.endedAtMs(),
                        contact.figures(contact.openedAtMs(), false),
                        false));
    }

    @Override
    public Service onContactAnswered(ContactAnswered event) {
        return of(event)
                .filter(contact -> contact.answeredAtMs().isEmpty())
                .map(contact -> before.replacing(contact, contact.answeredAt(event.atMs())))
                .orElse(before);
    }

    @Override
    public Service onContactEnded(ContactEnded event) {
        return of(event).map(contact -> ended(contact, event)).orElse(before);
    }

    private Service ended(Contact contact, ContactEnded event) {
        ContactFigures figures = contact.figures(event.atMs(), true);
        boolean maySolve = !contact.isAbandoned() && !contact.isRepeat();
        PastContact past =
                new PastContact(contact.channel(), figures, event.id(), event.atMs(), maySolve, contact.topic());
        return before.without(contact)
                .with(past)
                .with(moment(Kind.CONTACT_ENDED, event.atMs(), event.id(), contact.openedAtMs(), figures, false));
    }

    private Optional<Contact> of(JourneyEvent event) {
        ContactChannel channel = ContactChannel.of(event.occurrence());
        return before.find(channel, channel.contactId(event.occurrence()));
    }

    private long promiseMs(Occurrence occurrence, ContactChannel channel) {
        return occurrence
                .attribute(PROMISE)
                .filter(text -> text.matches("[1-9][0-9]{0,11}"))
                .map(Long::parseLong)
                .orElse(policy.promiseMs(channel));
    }

    static Moment moment(Kind kind, long atMs, EventId by, long sinceMs, ContactFigures figures, boolean isTimed) {
        return new Moment(
                kind,
                atMs,
                by,
                OptionalLong.of(sinceMs),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(figures),
                isTimed);
    }
}
