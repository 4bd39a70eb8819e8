package io.journeystreams.domain.profile;

import io.journeystreams.domain.abandonment.Abandonment;
import io.journeystreams.domain.abandonment.Alert.Visit;
import io.journeystreams.domain.abandonment.AlertLedger;
import io.journeystreams.domain.abandonment.PendingPayment;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.cart.Carts;
import io.journeystreams.domain.cart.Purchases;
import io.journeystreams.domain.interest.Interest;
import io.journeystreams.domain.person.Person;
import io.journeystreams.domain.session.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A customer's history and state at one moment of event time: what the rules have made of the events so far.
 *
 * @param sessions those that an event may still change, in the order of their start
 * @param sessionCount all sessions so far
 * @param firstSeenAtMs earliest event, epoch milliseconds; {@link Long#MAX_VALUE} before the first
 * @param lastSeenAtMs latest event, epoch milliseconds; {@link Long#MIN_VALUE} before the first
 * @param lastActivityAtMs latest event that restarts delays (rule A2), epoch milliseconds; {@link Long#MIN_VALUE} before
 *     the first
 * @param cartAnomalies quantities below 0 and lines beyond the bound, so far (rule A8)
 * @param person addresses, consent, time zone
 * @param interest what was looked at
 */
public record Journey(
        List<Session> sessions,
        long sessionCount,
        Carts carts,
        Purchases purchases,
        Abandonment abandonment,
        long firstSeenAtMs,
        long lastSeenAtMs,
        long lastActivityAtMs,
        long cartAnomalies,
        Person person,
        Interest interest,
        Course course) {

    public static final Journey NONE = new Journey(
            List.of(),
            0,
            Carts.NONE,
            Purchases.NONE,
            Abandonment.NONE,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            Long.MIN_VALUE,
            0,
            Person.UNKNOWN,
            Interest.NONE,
            Course.NONE);

    public Journey {
        sessions = List.copyOf(sessions);
    }

    /** Counts of rule A1, and what was odd about carts. */
    public Tally tally() {
        return abandonment.tally().plus(Tally.ofCartAnomalies(cartAnomalies));
    }

    /** The visit of the last activity. */
    public Visit lastVisit() {
        Optional<Session> last = sessions.stream().max(Comparator.comparingLong(Session::endedAtMs));
        return last.map(session -> new Visit(
                        Optional.empty(),
                        Optional.of(session.deviceId().value()),
                        session.device(),
                        session.entryChannel()))
                .orElse(Visit.unknown());
    }

    public Journey with(Carts next) {
        return new Journey(
                sessions,
                sessionCount,
                next,
                purchases,
                abandonment,
                firstSeenAtMs,
                lastSeenAtMs,
                lastActivityAtMs,
                cartAnomalies,
                person,
                interest,
                course);
    }

    public Journey with(Interest next) {
        return new Journey(
                sessions,
                sessionCount,
                carts,
                purchases,
                abandonment,
                firstSeenAtMs,
                lastSeenAtMs,
                lastActivityAtMs,
                cartAnomalies,
                person,
                next,
                course);
    }

    public Journey with(Abandonment next) {
        return new Journey(
                sessions,
                sessionCount,
                carts,
                purchases,
                next,
                firstSeenAtMs,
                lastSeenAtMs,
                lastActivityAtMs,
                cartAnomalies,
                person,
                interest,
                course);
    }

    public Journey with(Course next) {
        return new Journey(
                sessions,
                sessionCount,
                carts,
                purchases,
                abandonment,
                firstSeenAtMs,
                lastSeenAtMs,
                lastActivityAtMs,
                cartAnomalies,
                person,
                interest,
                next);
    }

    /** The journeys of two profiles as one (rule I6). */
    public Journey union(Journey other) {
        Purchases orders = purchases.union(other.purchases);
        return new Journey(
                Stream.concat(sessions.stream(), other.sessions.stream())
                        .sorted(Comparator.comparingLong(Session::startedAtMs))
                        .toList(),
                sessionCount + other.sessionCount,
                carts.union(other.carts),
                orders,
                PendingPayment.joined(abandonment.union(other.abandonment), orders),
                Math.min(firstSeenAtMs, other.firstSeenAtMs),
                Math.max(lastSeenAtMs, other.lastSeenAtMs),
                Math.max(lastActivityAtMs, other.lastActivityAtMs),
                cartAnomalies + other.cartAnomalies,
                person.merged(other.person),
                interest.union(other.interest),
                course.union(other.course));
    }

    /** Something has happened: the profile was not erased, nor given away, nor is it new. */
    public boolean isKnown() {
        return firstSeenAtMs != Long.MAX_VALUE;
    }

    /**
     * The same customer, with nothing left unfinished and nothing in a cart.
     *
     * @param openSessions those that an event may still change
     * @param orders how many of the latest are remembered
     * @param atMs when that was, event time, epoch milliseconds
     */
    public Journey reduced(List<Session> openSessions, int orders, long atMs) {
        return new Journey(
                openSessions,
                sessionCount,
                Carts.NONE,
                purchases.keeping(orders),
                abandonment.overflowing(atMs),
                firstSeenAtMs,
                lastSeenAtMs,
                lastActivityAtMs,
                cartAnomalies,
                person,
                Interest.NONE,
                course.withoutFacts());
    }

    /** Of alerts whose subject has had a later one, or is forgotten, no more than a profile may hold. */
    public Journey keepingPast(AlertLedger told) {
        return with(abandonment.keepingPast(told));
    }

    /**
     * Without what no later event can change any more.
     *
     * @param alertsBeforeMs alerts with a deadline before this have been published, epoch milliseconds
     */
    public Journey forgetting(
            List<Session> openSessions, long ordersBeforeMs, long subjectsBeforeMs, long alertsBeforeMs) {
        return new Journey(
                openSessions,
                sessionCount,
                carts.forgetEmptyBefore(subjectsBeforeMs),
                purchases.forgetBefore(ordersBeforeMs),
                abandonment.forgetBefore(subjectsBeforeMs, alertsBeforeMs),
                firstSeenAtMs,
                lastSeenAtMs,
                lastActivityAtMs,
                cartAnomalies,
                person,
                interest,
                course);
    }
}
