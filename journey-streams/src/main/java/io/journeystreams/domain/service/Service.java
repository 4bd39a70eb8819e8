package io.journeystreams.domain.service;

import io.journeystreams.domain.fact.Fact;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.stage.Silence.Obstacle;
import io.journeystreams.domain.stage.TouchChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A customer's contacts, and what stood in the way.
 *
 * @param open contacts that are not over, the latest {@link #MAX_CONTACTS}, the earliest first
 * @param past contacts that are, likewise
 * @param touches how often the customer was touched, by channel (rule M2)
 * @param lastObstacle the last friction
 * @param frictions those that a late event may still change
 * @param moments of contacts, those that a late event may still change
 */
public record Service(
        List<Contact> open,
        List<PastContact> past,
        Map<TouchChannel, Long> touches,
        Optional<Obstacle> lastObstacle,
        List<Friction> frictions,
        List<Moment> moments) {

    public static final Service NONE =
            new Service(List.of(), List.of(), Map.of(), Optional.empty(), List.of(), List.of());

    /** Contacts kept at the same time; of each, the oldest go first. */
    static final int MAX_CONTACTS = 20;

    public Service {
        open = List.copyOf(open);
        past = List.copyOf(past);
        touches = Map.copyOf(touches);
        frictions = List.copyOf(frictions);
        moments = List.copyOf(moments);
    }

    public Service keeping(Predicate<Fact> stays) {
        return new Service(
                open,
                past,
                touches,
                lastObstacle,
                frictions.stream().filter(stays).toList(),
                moments.stream().filter(stays).toList());
    }

    /** The contacts of two profiles as one (rule I6). */
    public Service union(Service other) {
        Map<TouchChannel, Long> sums = new EnumMap<>(TouchChannel.class);
        sums.putAll(touches);
        other.touches.forEach((channel, count) -> sums.merge(channel, count, Long::sum));
        return new Service(
                latest(joined(
                        open,
                        other.open,
                        Comparator.comparingLong(Contact::openedAtMs)
                                .thenComparing(contact -> contact.openedBy().value()))),
                latest(joined(
                        past,
                        other.past,
                        Comparator.comparingLong(PastContact::endedAtMs)
                                .thenComparing(contact -> contact.endedBy().value()))),
                sums,
                Stream.concat(lastObstacle.stream(), other.lastObstacle.stream())
                        .max(Comparator.comparingLong(Obstacle::atMs).thenComparing(Obstacle::kind)),
                Fact.union(frictions, other.frictions),
                Fact.union(moments, other.moments));
    }

    private static <T> List<T> joined(List<T> one, List<T> other, Comparator<T> order) {
        return Stream.concat(one.stream(), other.stream())
                .distinct()
                .sorted(order)
                .toList();
    }

    /** The contact that an event is about; where it names none, the one that has waited longest. */
    Optional<Contact> find(ContactChannel channel, Optional<String> id) {
        return open.stream()
                .filter(contact -> contact.channel() == channel)
                .filter(contact -> id.isEmpty() || contact.id().equals(id))
                .findFirst();
    }

    Service touchedOn(TouchChannel channel) {
        Map<TouchChannel, Long> next = new EnumMap<>(TouchChannel.class);
        next.putAll(touches);
        next.merge(channel, 1L, Long::sum);
        return new Service(open, past, next, lastObstacle, frictions, moments);
    }

    Service with(Contact opened) {
        List<Contact> next = new ArrayList<>(open);
        next.add(opened);
        return withOpen(latest(next));
    }

    Service replacing(Contact before, Contact after) {
        return withOpen(open.stream()
                .map(contact -> contact.equals(before) ? after : contact)
                .toList());
    }

    Service without(Contact ended) {
        return withOpen(open.stream().filter(contact -> !contact.equals(ended)).toList());
    }

    Service with(PastContact ended) {
        List<PastContact> next = new ArrayList<>(past);
        next.add(ended);
        return withPast(latest(next));
    }

    Service withPast(List<PastContact> next) {
        return new Service(open, next, touches, lastObstacle, frictions, moments);
    }

    Service with(Friction friction) {
        List<Friction> more = new ArrayList<>(frictions);
        more.add(friction);
        Obstacle obstacle = new Obstacle(friction.kind().name(), friction.atMs());
        return new Service(open, past, touches, Optional.of(obstacle), more, moments);
    }

    Service with(Moment moment) {
        List<Moment> more = new ArrayList<>(moments);
        more.add(moment);
        return new Service(open, past, touches, lastObstacle, frictions, more);
    }

    private Service withOpen(List<Contact> next) {
        return new Service(next, past, touches, lastObstacle, frictions, moments);
    }

    private static <T> List<T> latest(List<T> contacts) {
        return contacts.subList(Math.max(0, contacts.size() - MAX_CONTACTS), contacts.size());
    }
}
