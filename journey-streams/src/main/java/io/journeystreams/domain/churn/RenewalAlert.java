package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.Occurrence;
import java.util.Optional;

/** The alert that a renewal could not be charged (rule C2): it fires at once, and its level is the number of attempts. */
final class RenewalAlert {

    private static final ChurnKind KIND = ChurnKind.INVOLUNTARY;

    private RenewalAlert() {}

    /** An attempt that does not say its number is the next one. */
    static Churn failed(Churn next, ContractAttributes told) {
        Occurrence failure = told.occurrence();
        Optional<ChurnAlert> firing = next.firing(KIND);
        int level = told.attempt().orElse(firing.map(alert -> alert.level() + 1).orElse(ChurnAlert.FIRST_LEVEL));
        ChurnScore score = ContractScore.told(next.contract());
        ChurnAlert alert = firing.orElseGet(() -> ChurnAlert.told(KIND, failure.id(), failure.atMs(), score));
        return next.with(level > alert.level() ? alert.escalated(level, failure.atMs(), score) : alert);
    }
}
