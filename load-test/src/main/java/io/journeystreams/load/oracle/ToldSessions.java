package io.journeystreams.load.oracle;

import io.journeystreams.contracts.SessionEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The last word on every session that was published and is not part of another one by now. */
final class ToldSessions {
    private final Map<String, SessionEvent> last;

    private ToldSessions(Map<String, SessionEvent> last) {
        this.last = last;
    }

    static ToldSessions of(List<SessionEvent> published) {
        Map<String, SessionEvent> last = new LinkedHashMap<>();
        Set<String> superseded = new HashSet<>();
        for (SessionEvent event : published) {
            superseded.addAll(event.getSupersedes());
            last.merge(
                    event.getSessionId(),
                    event,
                    (one, other) -> one.getRevision() >= other.getRevision() ? one : other);
        }
        last.keySet().removeAll(superseded);
        return new ToldSessions(last);
    }

    List<Difference> differences(People people, Owners owners, List<ExpectedSession> expected) {
        Set<String> keys = people.keys();
        List<ExpectedSession> missing = new ArrayList<>(expected);
        List<Difference> differences = new ArrayList<>();
        for (SessionEvent event : last.values()) {
            if (!keys.contains(event.getProfile()) || isForgotten(people, owners, event)) {
                continue;
            }
            ExpectedSession.Content seen = seen(event);
            Optional<ExpectedSession> same = missing.stream()
                    .filter(m -> m.content().equals(seen) && m.profiles().contains(event.getProfile()))
                    .findFirst();
            same.ifPresentOrElse(
                    missing::remove,
                    () -> differences.add(new Difference("SessionNotExpected", event.getProfile(), seen.toString())));
        }
        missing.forEach(m -> differences.add(new Difference(
                "SessionMissing", m.profiles().toString(), m.content().toString())));
        return differences;
    }

    /** I8: what was said of somebody before they were erased is not corrected any more. */
    private static boolean isForgotten(People people, Owners owners, SessionEvent event) {
        return people.haveSomebodyErased()
                && owners.profiles().values().stream()
                        .flatMap(List::stream)
                        .noneMatch(fact -> event.getDeviceId().equals(fact.device())
                                && fact.atMs() == event.getStartedAt().toEpochMilli());
    }

    private static ExpectedSession.Content seen(SessionEvent event) {
        return new ExpectedSession.Content(
                event.getDeviceId(),
                event.getStartedAt().toEpochMilli(),
                event.getEndedAt().toEpochMilli(),
                event.getEvents(),
                event.getViews(),
                event.getConverted(),
                event.getEndReason());
    }
}
