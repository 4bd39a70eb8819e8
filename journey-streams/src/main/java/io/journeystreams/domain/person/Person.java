package io.journeystreams.domain.person;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What is known of the person behind a profile. Bounded: one entry per channel.
 *
 * @param contacts an address per channel
 * @param consents what was said last about each channel
 * @param zone the person's time zone
 * @param identity since when it is known which customer this is
 */
public record Person(
        Map<Channel, Contact> contacts,
        Map<Channel, Consent> consents,
        Optional<ZoneId> zone,
        Optional<Reached> identity) {

    public static final Person UNKNOWN = new Person(Map.of(), Map.of(), Optional.empty(), Optional.empty());

    public Person {
        contacts = Map.copyOf(contacts);
        consents = Map.copyOf(consents);
    }

    /** Since when the person can be reached: an address or the customer's id is known, which the mail tool resolves. */
    public Optional<Reached> reached() {
        return contacts.values().stream()
                .map(Contact::since)
                .reduce(Reached::earlier)
                .map(contact -> identity.map(contact::earlier).orElse(contact))
                .or(() -> identity);
    }

    /** Has agreed to be contacted on some channel. */
    public boolean hasOptedIn() {
        return consents.values().stream().anyMatch(Consent::isGranted);
    }

    /** Has refused something and agreed to nothing. */
    public boolean hasRefused() {
        return !consents.isEmpty() && !hasOptedIn();
    }

    /**
     * Addresses by the published name of their channel, without those of channels that the person has refused.
     *
     * @param onlyOptedIn also without those to which the person has not agreed
     */
    public Map<String, String> addresses(boolean onlyOptedIn) {
        Map<String, String> usable = new TreeMap<>();
        contacts.forEach((channel, contact) -> {
            Optional<Consent> consent = Optional.ofNullable(consents.get(channel));
            if (consent.map(Consent::isGranted).orElse(!onlyOptedIn)) {
                usable.put(channel.publishedName(), contact.address());
            }
        });
        return usable;
    }

    /** One person from what two profiles know. Commutative, associative, idempotent (rule I6). */
    public Person merged(Person other) {
        return new Person(
                merged(contacts, other.contacts, Contact::merged),
                merged(consents, other.consents, Consent::later),
                zone.map(own -> other.zone
                                .filter(theirs -> theirs.getId().compareTo(own.getId()) < 0)
                                .orElse(own))
                        .or(other::zone),
                identity.map(own -> other.identity.map(own::earlier).orElse(own))
                        .or(other::identity));
    }

    Person with(Channel channel, Contact contact) {
        return new Person(with(contacts, channel, contact), consents, zone, identity);
    }

    Person without(Channel channel) {
        Map<Channel, Contact> left = new EnumMap<>(Channel.class);
        left.putAll(contacts);
        left.remove(channel);
        return new Person(left, consents, zone, identity);
    }

    Person with(Channel channel, Consent consent) {
        return new Person(contacts, with(consents, channel, consent), zone, identity);
    }

    Person with(ZoneId known) {
        return new Person(contacts, consents, Optional.of(known), identity);
    }

    Person identified(Reached since) {
        return new Person(contacts, consents, zone, Optional.of(since));
    }

    private static <T> Map<Channel, T> with(Map<Channel, T> known, Channel channel, T value) {
        Map<Channel, T> next = new EnumMap<>(Channel.class);
        next.putAll(known);
        next.put(channel, value);
        return next;
    }

    private static <T> Map<Channel, T> merged(Map<Channel, T> one, Map<Channel, T> other, BinaryOperator<T> merge) {
        Map<Channel, T> both = new EnumMap<>(Channel.class);
        both.putAll(one);
        other.forEach((channel, value) -> both.merge(channel, value, merge));
        return both;
    }
}
