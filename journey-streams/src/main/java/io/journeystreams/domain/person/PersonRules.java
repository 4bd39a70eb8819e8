package io.journeystreams.domain.person;

import io.journeystreams.domain.event.CheckoutAdvanced;
import io.journeystreams.domain.event.CheckoutStarted;
import io.journeystreams.domain.event.ConsentChanged;
import io.journeystreams.domain.event.CustomerUpdated;
import io.journeystreams.domain.event.FormStarted;
import io.journeystreams.domain.event.FormSubmitted;
import io.journeystreams.domain.event.Identified;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.OrderPlaced;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What events say of the person. Events come in event-time order, the last write wins. An e-mail address in a form is a
 * contact, not an identity (rule I2).
 */
public final class PersonRules {

    /** Attributes, see docs/rules.md. */
    private static final String CHANNEL = "channel";

    private static final String STATUS = "status";
    private static final String CONSENT = "consent";
    private static final String TIME_ZONE = "time_zone";

    private PersonRules() {}

    public static Person step(Person person, JourneyEvent event) {
        Person next = person;
        Reached now = new Reached(event.atMs(), event.occurrence().isInteractive());
        if (event.occurrence().namesCustomer() && next.identity().isEmpty()) {
            next = next.identified(now);
        }
        if (tellsAddresses(event)) {
            for (Channel channel : Channel.values()) {
                next = addressed(next, event, channel, now);
            }
        }
        return zoned(consenting(next, event), event);
    }

    private static boolean tellsAddresses(JourneyEvent event) {
        return event instanceof CustomerUpdated
                || event instanceof Identified
                || event instanceof FormStarted
                || event instanceof FormSubmitted
                || event instanceof CheckoutStarted
                || event instanceof CheckoutAdvanced
                || event instanceof OrderPlaced;
    }

    /** An empty address takes the known one away. */
    private static Person addressed(Person person, JourneyEvent event, Channel channel, Reached now) {
        Optional<String> told = event.occurrence().attribute(channel.attribute());
        if (told.isEmpty()) {
            return person;
        }
        if (told.get().isBlank()) {
            return person.without(channel);
        }
        Reached since = Optional.ofNullable(person.contacts().get(channel))
                .map(Contact::since)
                .orElse(now);
        return person.with(channel, new Contact(told.get().strip(), event.atMs(), since));
    }

    private static Person consenting(Person person, JourneyEvent event) {
        if (event instanceof ConsentChanged) {
            List<Channel> channels = event.occurrence()
                    .attribute(CHANNEL)
                    .map(name -> Channel.named(name).stream().toList())
                    .orElse(List.of(Channel.values()));
            return consenting(person, event, STATUS, channels);
        }
        if (event instanceof CustomerUpdated) {
            Person next = consenting(person, event, CONSENT, List.of(Channel.values()));
            for (Channel channel : Channel.values()) {
                next = consenting(next, event, CONSENT + "_" + channel.publishedName(), List.of(channel));
            }
            return next;
        }
        return person;
    }

    private static Person consenting(Person person, JourneyEvent event, String attribute, List<Channel> channels) {
        Optional<Consent> said = event.occurrence()
                .attribute(attribute)
                .flatMap(Consent.Status::of)
                .map(status -> new Consent(status, event.atMs()));
        Person next = person;
        for (Channel channel : said.isPresent() ? channels : List.<Channel>of()) {
            next = next.with(channel, said.get());
        }
        return next;
    }

    private static Person zoned(Person person, JourneyEvent event) {
        return event.occurrence()
                .attribute(TIME_ZONE)
                .flatMap(PersonRules::zone)
                .map(person::with)
                .orElse(person);
    }

    /** A zone that the JDK does not know says nothing. */
    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
