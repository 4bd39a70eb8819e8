package io.journeystreams.topology;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * What readers of alerts and sessions hold in the end, by id, without the time of emission.
 *
 * @param alerts all that was published, in its order
 */
record FinalAnswers(List<AbandonmentEvent> alerts, Map<String, String> standing, Map<String, String> sessions) {

    static FinalAnswers of(TopologyRun run) {
        return of(run, profile -> true);
    }

    /** Of these profiles. */
    static FinalAnswers of(TopologyRun run, Predicate<String> profiles) {
        List<AbandonmentEvent> alerts = new ArrayList<>(run.alerts());
        alerts.removeIf(alert -> !profiles.test(alert.getProfile()));
        Map<String, String> standing = new TreeMap<>();
        alerts.forEach(alert -> standing.put(alert.getAlertId(), withoutEmission(alert)));
        Map<String, String> sessions = new TreeMap<>();
        List<SessionEvent> published = run.sessions();
        published.stream()
                .filter(session -> profiles.test(session.getProfile()))
                .forEach(session -> sessions.put(session.getSessionId(), withoutEmission(session)));
        published.forEach(session -> session.getSupersedes().forEach(sessions::remove));
        return new FinalAnswers(alerts, standing, sessions);
    }

    private static String withoutEmission(SpecificRecord record) {
        return record.toString().replaceAll("\"(emittedAt|offset)\": \"?[^,}]*", "");
    }
}
