package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredConsent;
import io.journeystreams.contracts.StoredConsentStatus;
import io.journeystreams.contracts.StoredPerson;
import io.journeystreams.contracts.StoredPersonChannel;
import io.journeystreams.contracts.StoredPersonContact;
import io.journeystreams.contracts.StoredReached;
import io.journeystreams.domain.person.Channel;
import io.journeystreams.domain.person.Consent;
import io.journeystreams.domain.person.Contact;
import io.journeystreams.domain.person.Person;
import io.journeystreams.domain.person.Reached;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of the person. */
final class PersonCodec {

    private PersonCodec() {}

    /** Null if nothing is known. */
    static @Nullable StoredPerson store(Person person) {
        return person.equals(Person.UNKNOWN)
                ? null
                : new StoredPerson(
                        contacts(person.contacts()),
                        consents(person.consents()),
                        person.zone().map(ZoneId::getId).orElse(null),
                        person.identity().map(PersonCodec::store).orElse(null));
    }

    private static List<StoredPersonContact> contacts(Map<Channel, Contact> contacts) {
        return new TreeMap<>(contacts)
                .entrySet().stream()
                        .map(entry -> new StoredPersonContact(
                                Codes.store(StoredPersonChannel.class, entry.getKey()),
                                entry.getValue().address(),
                                Moments.store(entry.getValue().atMs()),
                                store(entry.getValue().since())))
                        .toList();
    }

    private static List<StoredConsent> consents(Map<Channel, Consent> consents) {
        return new TreeMap<>(consents)
                .entrySet().stream()
                        .map(entry -> new StoredConsent(
                                Codes.store(StoredPersonChannel.class, entry.getKey()),
                                Codes.store(
                                        StoredConsentStatus.class,
                                        entry.getValue().status()),
                                Moments.store(entry.getValue().atMs())))
                        .toList();
    }

    private static StoredReached store(Reached reached) {
        return new StoredReached(Moments.store(reached.sinceMs()), reached.byActivity());
    }

    static Person read(@Nullable StoredPerson stored) {
        return stored == null
                ? Person.UNKNOWN
                : new Person(
                        readContacts(stored.getContacts()),
                        readConsents(stored.getConsents()),
                        Optional.ofNullable(stored.getZone()).map(ZoneId::of),
                        Optional.ofNullable(stored.getIdentity()).map(PersonCodec::read));
    }

    private static Map<Channel, Contact> readContacts(List<StoredPersonContact> stored) {
        Map<Channel, Contact> contacts = new EnumMap<>(Channel.class);
        stored.forEach(contact -> contacts.put(
                Codes.read(Channel.class, contact.getChannel()),
                new Contact(contact.getAddress(), Moments.read(contact.getAt()), read(contact.getSince()))));
        return contacts;
    }

    private static Map<Channel, Consent> readConsents(List<StoredConsent> stored) {
        Map<Channel, Consent> consents = new EnumMap<>(Channel.class);
        stored.forEach(consent -> consents.put(
                Codes.read(Channel.class, consent.getChannel()),
                new Consent(Codes.read(Consent.Status.class, consent.getStatus()), Moments.read(consent.getAt()))));
        return consents;
    }

    private static Reached read(StoredReached stored) {
        return new Reached(Moments.read(stored.getSince()), stored.getByActivity());
    }
}
