package io.journeystreams.domain.explain;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.identity.Identity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whose decisions stand where: a profile may go on in another one, and others in it (rules I2 to I8).
 *
 * @param goesOnIn where everything about this profile is decided now
 * @param predecessors profiles that go on in this one, the latest of them
 * @param isShared a device of several customers: what is done on it is nobody's
 * @param erasedAtMs when it was forgotten, epoch milliseconds
 */
public record Whereabouts(
        Optional<ProfileKey> goesOnIn, List<ProfileKey> predecessors, boolean isShared, OptionalLong erasedAtMs) {

    private static final int MOST_PREDECESSORS = 20;

    public Whereabouts {
        predecessors = List.copyOf(predecessors);
    }

    static Whereabouts of(Identity identity) {
        List<ProfileKey> all = identity.predecessors();
        return new Whereabouts(
                identity.successor(),
                all.subList(Math.max(0, all.size() - MOST_PREDECESSORS), all.size()),
                identity.sharedForGood() || identity.links().size() > 1,
                identity.erasedAtMs());
    }
}
