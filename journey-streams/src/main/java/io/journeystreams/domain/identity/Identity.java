package io.journeystreams.domain.identity;

import io.journeystreams.domain.event.ProfileKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who a profile is. A profile with a successor keeps no history of its own: whatever comes for it goes there.
 *
 * @param links customers seen on this device, in the order of their first appearance; none for a customer
 * @param sharedForGood the device had too many customers at once (rule I7)
 * @param mergedInto the customer that this one was merged into (rule I5)
 * @param predecessors profiles that go on in this one, directly or over others; at most {@link #MAX_PREDECESSORS}
 * @param adopted ids of the hand-overs taken in, the latest last; at most {@link #MAX_ADOPTED}
 * @param erasedAtMs event time of the latest erasure, epoch milliseconds
 */
public record Identity(
        List<Link> links,
        boolean sharedForGood,
        Optional<ProfileKey> mergedInto,
        List<ProfileKey> predecessors,
        List<String> adopted,
        OptionalLong erasedAtMs) {

    /** Predecessors kept: devices of a customer, and customers merged into it. */
    public static final int MAX_PREDECESSORS = 500;

    /** Hand-overs remembered; a journal is not read again further back than that. */
    public static final int MAX_ADOPTED = 64;

    public static final Identity UNKNOWN =
            new Identity(List.of(), false, Optional.empty(), List.of(), List.of(), OptionalLong.empty());

    public Identity {
        links = List.copyOf(links);
        predecessors = List.copyOf(predecessors);
        adopted = List.copyOf(adopted);
    }

    /** Where this profile goes on: the customer merged into, or the only customer of an unshared device. */
    public Optional<ProfileKey> successor() {
        return successorAt(Long.MAX_VALUE);
    }

    /**
     * Where it goes on with what happened then. A device went on in its first customer until a second one was seen on it
     * (rule I4), so that what is heard of late, or again, finds those that it belongs to.
     *
     * @param atMs event time, epoch milliseconds
     */
    public Optional<ProfileKey> successorAt(long atMs) {
        if (mergedInto.isPresent() || sharedForGood || links.isEmpty()) {
            return mergedInto;
        }
        return wasSharedBy(atMs) ? Optional.empty() : Optional.of(links.get(0).customer());
    }

    private boolean wasSharedBy(long atMs) {
        for (Link other : links.subList(1, links.size())) {
            if (other.firstAtMs() <= atMs) {
                return true;
            }
        }
        return false;
    }

    public boolean hasAdopted(String handOverId) {
        return adopted.contains(handOverId);
    }

    /** The device with one more sighting of a customer. */
    public Identity with(Link seen, IdentityPolicy policy) {
        long rememberedMs = seen.lastAtMs() - policy.linkMemory().toMillis();
        List<Link> next = new ArrayList<>();
        boolean known = false;
        for (Link link : links) {
            boolean isSame = link.customer().equals(seen.customer());
            known |= isSame;
            if (isSame) {
                next.add(link.seenAt(seen.lastAtMs()));
            } else if (link.lastAtMs() >= rememberedMs) {
                next.add(link);
            }
        }
        if (!known) {
            next.add(seen);
        }
        boolean crowded = isCrowded(next, seen.lastAtMs(), policy);
        return new Identity(
                crowded ? next.subList(next.size() - 2, next.size()) : next,
                sharedForGood || crowded,
                mergedInto,
                predecessors,
                adopted,
                erasedAtMs);
    }

    /**
     * Without a customer that was erased. What is older than that is nobody's any more.
     *
     * @param atMs event time of the erasure, epoch milliseconds
     */
    public Identity without(ProfileKey customer, long atMs) {
        return new Identity(
                links.stream().filter(link -> !link.customer().equals(customer)).toList(),
                sharedForGood,
                mergedInto.filter(into -> !into.equals(customer)),
                predecessors,
                adopted,
                OptionalLong.of(Math.max(atMs, erasedAtMs.orElse(atMs))));
    }

    public Identity mergedInto(Optional<ProfileKey> customer) {
        return new Identity(links, sharedForGood, customer, predecessors, adopted, erasedAtMs);
    }

    /**
     * After a hand-over was taken in. Keeps the latest predecessors and hand-overs.
     *
     * @param from who gave
     * @param given who that is
     */
    public Identity adopting(String handOverId, ProfileKey from, Identity given) {
        List<ProfileKey> before = new ArrayList<>(predecessors);
        List<ProfileKey> more = new ArrayList<>(given.predecessors());
        more.add(from);
        more.removeIf(before::contains);
        before.addAll(more);
        List<String> taken = new ArrayList<>(adopted);
        taken.add(handOverId);
        return new Identity(
                links,
                sharedForGood,
                mergedInto,
                latest(before, MAX_PREDECESSORS),
                latest(taken, MAX_ADOPTED),
                erasedAtMs);
    }

    /** Nothing is left of a customer but that it was erased. */
    public static Identity erasedAt(long atMs) {
        return new Identity(List.of(), false, Optional.empty(), List.of(), List.of(), OptionalLong.of(atMs));
    }

    /** What happened before a customer was erased is not taken in any more. */
    public boolean wasErasedAfter(long atMs) {
        return erasedAtMs.isPresent() && atMs <= erasedAtMs.getAsLong();
    }

    public Identity forgettingErasure() {
        return new Identity(links, sharedForGood, mergedInto, predecessors, adopted, OptionalLong.empty());
    }

    private static boolean isCrowded(List<Link> links, long nowMs, IdentityPolicy policy) {
        long sinceMs = nowMs - policy.sharedDeviceWindow().toMillis();
        long present = links.stream().filter(link -> link.lastAtMs() >= sinceMs).count();
        return present > policy.sharedDeviceLimit();
    }

    private static <T> List<T> latest(List<T> values, int most) {
        return values.subList(Math.max(0, values.size() - most), values.size());
    }
}
