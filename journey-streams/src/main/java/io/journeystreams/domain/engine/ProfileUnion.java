package io.journeystreams.domain.engine;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.session.PublishedSession;
import io.journeystreams.domain.time.ClockReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two profiles as one (rules I3, I6). Their recent events become one history, which is then told again as if they had never
 * been apart; what each of them had settled is joined capability by capability. In whatever order profiles are joined, and
 * however often, the same comes out.
 */
final class ProfileUnion {

    private final History history;

    ProfileUnion(History history) {
        this.history = history;
    }

    ProfileState of(ProfileState state, HandOver handOver, ClockReading clock) {
        long untilMs = Math.max(state.settledUntilMs(), handOver.state().settledUntilMs());
        ProfileState own = history.settleUntil(state, untilMs, clock);
        ProfileState given = history.settleUntil(handOver.state(), untilMs, clock);
        return new ProfileState(
                state.key(),
                own.identity().adopting(handOver.id(), handOver.from(), given.identity()),
                own.settled().union(given.settled()),
                untilMs,
                events(own, given),
                sessions(own, given),
                own.alerts().union(given.alerts()),
                own.facts().union(given.facts()),
                own.tally(),
                Math.min(own.nextDueAtMs(), given.nextDueAtMs()));
    }

    private static List<JourneyEvent> events(ProfileState one, ProfileState other) {
        Set<String> seen = new HashSet<>();
        return Stream.concat(one.recent().stream(), other.recent().stream())
                .sorted(JourneyEvent.ORDER)
                .filter(event -> seen.add(event.id().value()))
                .toList();
    }

    private static List<PublishedSession> sessions(ProfileState one, ProfileState other) {
        List<PublishedSession> joined = new ArrayList<>(one.sessions());
        other.sessions().stream()
                .filter(session -> joined.stream().noneMatch(known -> known.id().equals(session.id())))
                .forEach(joined::add);
        return joined;
    }
}
