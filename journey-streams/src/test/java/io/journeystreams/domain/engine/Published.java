package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.profile.ProfileOutput;
import io.journeystreams.domain.session.Session;
import io.journeystreams.domain.session.SessionOutput;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What readers hold after all has been published. */
final class Published {

    private Published() {}

    /** An alert as its readers know it, but for whether it could be acted on, which depends on when it was read. */
    record Fact(String id, int revision, AlertOutput.State state, Instant deadline, List<String> lines) {

        static Fact of(AlertOutput output) {
            return new Fact(
                    output.alert().id().value(),
                    output.revision(),
                    output.state(),
                    Instant.ofEpochMilli(output.alert().deadlineMs()),
                    output.alert().lines().stream()
                            .map(line -> line.product().productId() + line.quantity())
                            .toList());
        }
    }

    static List<Fact> facts(List<AlertOutput> alerts) {
        return alerts.stream()
                .map(Fact::of)
                .sorted(Comparator.comparing(Fact::id).thenComparing(Fact::revision))
                .toList();
    }

    /**
     * What became of every alert that stands. A purchase that arrives between deadline and deadline + grace takes back an
     * alert that in order would not have been published.
     */
    static Map<String, Fact> outcomes(List<AlertOutput> alerts) {
        Map<String, Fact> outcomes = new TreeMap<>();
        for (Fact fact : facts(alerts)) {
            outcomes.put(fact.id(), new Fact(fact.id(), 0, fact.state(), fact.deadline(), fact.lines()));
        }
        outcomes.values().removeIf(fact -> fact.state() == AlertOutput.State.RETRACTED);
        return outcomes;
    }

    /** The last revision of every session that stands, without the time at which each was published. */
    static List<Session> finalSessions(List<SessionOutput> sessions) {
        Map<String, SessionOutput> last = new LinkedHashMap<>();
        for (SessionOutput output : sessions) {
            last.put(output.id().value(), output);
            output.supersedes().forEach(gone -> last.remove(gone.value()));
        }
        return last.values().stream()
                .map(SessionOutput::session)
                .sorted(Comparator.comparingLong(Session::startedAtMs)
                        .thenComparing(session -> session.deviceId().value())
                        .thenComparing(Session::endedAtMs)
                        .thenComparing(Session::events))
                .toList();
    }

    /** What readers see of the profile in the end, without the time at which it was published. */
    static ProfileOutput picture(List<ProfileOutput> pictures) {
        ProfileOutput last = pictures.get(pictures.size() - 1);
        return new ProfileOutput(
                last.profile(),
                last.firstSeenAtMs(),
                last.lastSeenAtMs(),
                last.lastActivityAtMs(),
                last.sessions(),
                last.orders(),
                last.lastOrderAtMs(),
                last.openCarts(),
                last.openAlerts(),
                last.nextDueAtMs(),
                last.standing(),
                0);
    }

    /** The last revision of every alert. */
    static Map<String, AlertOutput> last(List<AlertOutput> alerts) {
        Map<String, AlertOutput> last = new TreeMap<>();
        alerts.stream()
                .sorted(Comparator.comparingInt(AlertOutput::revision))
                .forEach(alert -> last.put(alert.alert().id().value(), alert));
        return last;
    }
}
