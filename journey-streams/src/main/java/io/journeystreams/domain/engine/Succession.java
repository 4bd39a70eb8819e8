package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.AlertErasure;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.event.CustomerErased;
import io.journeystreams.domain.event.CustomersMerged;
import io.journeystreams.domain.event.DerivedId;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.identity.Identity;
import io.journeystreams.domain.identity.Link;
import io.journeystreams.domain.profile.ProfileRemoval;
import io.journeystreams.domain.profile.ProfileState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one profile goes on in another, and how it ends (rules I2 to I8). A device goes on in its only customer, a customer in the
 * one it was merged into. From then on it keeps no history: whatever comes for it is relayed.
 */
final class Succession {

    /** Attribute of {@code customers_merged}: the customer who goes on. */
    private static final String MERGED_INTO = "to";

    private final EnginePolicy policy;
    private final CoursePublisher courses;

    Succession(EnginePolicy policy) {
        this.policy = policy;
        this.courses = new CoursePublisher(policy);
    }

    /** A customer was seen on a device: their first sighting hands it over, another customer's ends that (rule I4). */
    Decision customerSeen(ProfileState device, Entry.CustomerSeen seen, long intakeAtMs) {
        if (device.identity().wasErasedAfter(seen.atMs())) {
            return Decision.nothing(device, Outcome.ERASED);
        }
        Optional<ProfileKey> before = device.identity().successor();
        Identity next = device.identity().with(new Link(seen.customer(), seen.atMs(), seen.atMs()), policy.identity());
        if (next.successor().isEmpty()) {
            return linked(device, next, seen);
        }
        return next.successor().equals(before)
                ? Decision.nothing(device.with(next), Outcome.LINKED)
                : handOver(device.with(next), next.successor().orElseThrow(), seen.cause(), seen.atMs(), intakeAtMs);
    }

    /**
     * A device of several customers keeps what it has. Each of them is told of it once, by a hand-over of nothing, so that it can
     * be told when they are erased: it knows them by name (rule I8).
     */
    private Decision linked(ProfileState device, Identity next, Entry.CustomerSeen seen) {
        boolean isKnown = device.identity().links().stream()
                .anyMatch(link -> link.customer().equals(seen.customer()));
        if (isKnown) {
            return Decision.nothing(device.with(next), Outcome.LINKED);
        }
        Entry nothing = new Entry.HandedOver(
                new HandOver(
                        handOverId(device.key(), seen.customer(), seen.cause()),
                        seen.cause(),
                        seen.atMs(),
                        ProfileState.empty(device.key())),
                List.of());
        return new Decision(
                device.with(next),
                Outcome.LINKED,
                Outputs.NONE,
                Tally.ZERO,
                List.of(new Relay(seen.customer(), nothing)));
    }

    /** Two customers are one. Merged with itself, or in a circle, nothing changes (rule I5). */
    Decision merge(ProfileState state, CustomersMerged event, long intakeAtMs) {
        Optional<ProfileKey> into = event.occurrence()
                .attribute(MERGED_INTO)
                .filter(id -> !id.isBlank())
                .map(ProfileKey::ofCustomer)
                .filter(to -> !to.equals(state.key()))
                .filter(to -> !state.identity().predecessors().contains(to));
        if (into.isEmpty()) {
            return Decision.nothing(state, Outcome.NO_MERGE);
        }
        ProfileState merged = state.with(state.identity().mergedInto(into));
        return handOver(merged, into.get(), event.id(), event.atMs(), intakeAtMs);
    }

    /** Passes on what came for a profile that goes on in another one. */
    Decision relay(ProfileState state, Entry entry, ProfileKey to) {
        Entry relayed = entry instanceof Entry.Event event
                ? new Entry.Event(event.event(), with(event.relayedBy(), state.key()))
                : relayed((Entry.HandedOver) entry, state.key());
        return new Decision(state, Outcome.RELAYED, Outputs.NONE, Tally.ZERO, List.of(new Relay(to, relayed)));
    }

    /**
     * Two customers that were merged into each other at the same time relay in a circle. What has come around ends it: the
     * smallest key of the circle stays.
     */
    ProfileState endingCircle(ProfileState state, List<ProfileKey> relayedBy) {
        int place = relayedBy.indexOf(state.key());
        boolean isSurvivor = place >= 0
                && relayedBy.subList(place, relayedBy.size()).stream()
                        .allMatch(other -> state.key().value().compareTo(other.value()) <= 0);
        return isSurvivor ? state.with(state.identity().mergedInto(Optional.empty())) : state;
    }

    /**
     * A customer is forgotten: alerts are taken back, devices unlinked, counts stay (rule I8). That it was erased is remembered for
     * a while, so that what is still on its way is dropped.
     */
    Decision erase(ProfileState state, CustomerErased event, long intakeAtMs) {
        List<Relay> unlinked = state.identity().predecessors().stream()
                .map(device -> new Relay(device, new Entry.SuccessorErased(state.key(), event.atMs())))
                .toList();
        AlertErasure alerts = AlertErasure.of(state.key(), state.alerts(), event.atMs(), intakeAtMs);
        Outputs outputs = new Outputs(
                List.of(),
                alerts.outputs(),
                List.of(),
                List.of(new ProfileRemoval(state.key(), intakeAtMs)),
                courses.erase(state, intakeAtMs));
        Identity erased = Identity.erasedAt(event.atMs());
        ProfileState marker = ProfileState.empty(state.key())
                .with(erased)
                .withNextDueAt(policy.identity().forgottenAtMs(erased));
        return new Decision(marker, Outcome.APPLIED, outputs, Tally.ofErased(state.tally()), unlinked);
    }

    /** The device, or the merged customer, is nobody's any more; a link of later stays. */
    Decision successorErased(ProfileState state, Entry.SuccessorErased erased) {
        Identity free = state.identity().without(erased.customer(), erased.atMs());
        long nextDueAtMs = Math.min(state.nextDueAtMs(), policy.identity().forgottenAtMs(free));
        return Decision.nothing(state.with(free).withNextDueAt(nextDueAtMs), Outcome.LINKED);
    }

    private Decision handOver(ProfileState state, ProfileKey to, EventId cause, long causedAtMs, long intakeAtMs) {
        String id = handOverId(state.key(), to, cause);
        Relay relay = new Relay(to, new Entry.HandedOver(new HandOver(id, cause, causedAtMs, state), List.of()));
        ProfileState left = ProfileState.empty(state.key()).with(state.identity());
        Outputs removal =
                new Outputs(List.of(), List.of(), List.of(), List.of(new ProfileRemoval(state.key(), intakeAtMs)));
        return new Decision(left, Outcome.HANDED_OVER, removal, Tally.ZERO.minus(state.tally()), List.of(relay));
    }

    private String handOverId(ProfileKey from, ProfileKey to, EventId cause) {
        return DerivedId.of(policy.tenant(), "hand-over", from.value(), to.value(), cause.value());
    }

    private static Entry.HandedOver relayed(Entry.HandedOver entry, ProfileKey by) {
        return new Entry.HandedOver(entry.handOver(), with(entry.relayedBy(), by));
    }

    private static List<ProfileKey> with(List<ProfileKey> profiles, ProfileKey one) {
        List<ProfileKey> more = new ArrayList<>(profiles);
        more.add(one);
        return more;
    }
}
