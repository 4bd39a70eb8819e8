package io.journeystreams.domain.churn;

import java.util.Optional;

/** The alert that a customer has asked to cancel (rule C2): it fires at once, until the customer stays or has gone. */
final class CancellationAlert {

    private static final ChurnKind KIND = ChurnKind.VOLUNTARY;

    private CancellationAlert() {}

    static Churn requested(Churn next, ContractAttributes told) {
        Optional<ChurnAlert> firing = next.firing(KIND);
        return next.with(
                firing.isPresent()
                        ? firing.get().saying(told.cancellation())
                        : ChurnAlert.told(
                                        KIND,
                                        told.occurrence().id(),
                                        told.occurrence().atMs(),
                                        ContractScore.told(next.contract()))
                                .saying(told.cancellation()));
    }
}
