package io.journeystreams.domain.person;

import java.util.Comparator;

/**
 * An address under which a person can be reached.
 *
 * @param atMs when it was last said, epoch milliseconds
 * @param since when the first address of this channel became known
 */
public record Contact(String address, long atMs, Reached since) {

    private static final Comparator<Contact> LAST =
            Comparator.comparingLong(Contact::atMs).thenComparing(Contact::address);

    Contact merged(Contact other) {
        Contact last = LAST.compare(this, other) >= 0 ? this : other;
        return new Contact(last.address, last.atMs, since.earlier(other.since));
    }
}
