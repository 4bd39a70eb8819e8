package io.journeystreams.domain.explain;

import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.abandonment.SubjectKey;
import io.journeystreams.domain.explain.ProfileDecision.What;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Decisions as they are told: a deadline that is put off again and again is one of them. */
final class Story {

    private final List<ProfileDecision> decisions = new ArrayList<>();

    void add(ProfileDecision decision) {
        int last = decision.what() == What.POSTPONED ? lastOf(decision.subject()) : -1;
        if (last >= 0 && decisions.get(last).what() == What.POSTPONED) {
            int times = decisions.remove(last).times() + 1;
            decisions.add(decision.times(times));
        } else {
            decisions.add(decision);
        }
    }

    /** What took away the reason for an alert. */
    Optional<Cause> lastDisarmingOf(SubjectKey subject) {
        return decisions.stream()
                .filter(decision -> decision.what() == What.DISARMED || decision.what() == What.SUPERSEDED)
                .filter(decision -> decision.subject().equals(Optional.of(subject)))
                .reduce((earlier, later) -> later)
                .flatMap(ProfileDecision::cause);
    }

    boolean tells(AlertId alert, Predicate<ProfileDecision> what) {
        return decisions.stream()
                .anyMatch(decision -> decision.alert().equals(Optional.of(alert)) && what.test(decision));
    }

    /** What was told last of an alert, of such sorts. */
    Optional<ProfileDecision> latest(AlertId alert, Set<What> sorts) {
        return decisions.stream()
                .filter(decision -> decision.alert().equals(Optional.of(alert)) && sorts.contains(decision.what()))
                .reduce((earlier, later) -> later);
    }

    void replace(ProfileDecision told, ProfileDecision better) {
        decisions.set(decisions.lastIndexOf(told), better);
    }

    int size() {
        return decisions.size();
    }

    /** The last of them, oldest first. */
    List<ProfileDecision> last(int most) {
        List<ProfileDecision> ordered = decisions.stream()
                .sorted(Comparator.comparingLong(ProfileDecision::atMs))
                .toList();
        return ordered.subList(Math.max(0, ordered.size() - most), ordered.size());
    }

    private int lastOf(Optional<SubjectKey> subject) {
        for (int i = decisions.size() - 1; i >= 0; i--) {
            if (decisions.get(i).subject().equals(subject)) {
                return i;
            }
        }
        return -1;
    }
}
