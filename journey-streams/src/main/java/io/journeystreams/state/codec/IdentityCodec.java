package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredIdentity;
import io.journeystreams.contracts.StoredLink;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.identity.Identity;
import io.journeystreams.domain.identity.Link;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Who a profile is. */
final class IdentityCodec {

    private IdentityCodec() {}

    /** Null if nothing is known. */
    static @Nullable StoredIdentity store(Identity identity, TextTable texts) {
        if (identity.equals(Identity.UNKNOWN)) {
            return null;
        }
        return new StoredIdentity(
                identity.links().stream().map(link -> store(link, texts)).toList(),
                identity.sharedForGood(),
                identity.mergedInto().map(into -> texts.place(into.value())).orElse(null),
                identity.predecessors().stream()
                        .map(key -> texts.place(key.value()))
                        .toList(),
                identity.adopted().stream().map(texts::place).toList(),
                identity.erasedAtMs().isPresent()
                        ? Instant.ofEpochMilli(identity.erasedAtMs().getAsLong())
                        : null);
    }

    static Identity read(@Nullable StoredIdentity stored, Texts texts) {
        if (stored == null) {
            return Identity.UNKNOWN;
        }
        Instant erasedAt = stored.getErasedAt();
        return new Identity(
                stored.getLinks().stream().map(link -> read(link, texts)).toList(),
                stored.getSharedForGood(),
                Optional.ofNullable(stored.getMergedInto()).map(into -> keyOf(into, texts)),
                keysOf(stored.getPredecessors(), texts),
                stored.getAdopted().stream().map(texts::at).toList(),
                erasedAt == null ? OptionalLong.empty() : OptionalLong.of(erasedAt.toEpochMilli()));
    }

    private static StoredLink store(Link link, TextTable texts) {
        return new StoredLink(
                texts.place(link.customer().value()),
                Instant.ofEpochMilli(link.firstAtMs()),
                Instant.ofEpochMilli(link.lastAtMs()));
    }

    private static Link read(StoredLink link, Texts texts) {
        return new Link(
                keyOf(link.getCustomer(), texts),
                link.getFirstAt().toEpochMilli(),
                link.getLastAt().toEpochMilli());
    }

    private static List<ProfileKey> keysOf(List<Integer> keys, Texts texts) {
        return keys.stream().map(key -> keyOf(key, texts)).toList();
    }

    private static ProfileKey keyOf(int text, Texts texts) {
        return new ProfileKey(texts.at(text));
    }
}
