package io.journeystreams.domain.churn;

import java.util.Map;
import java.util.Optional;

/** Events that tell of a contract, or how a customer lives with one. */
enum ContractEvent {
    STARTED,
    RENEWED,
    UPGRADED,
    DOWNGRADED,
    UPDATED,
    CANCEL_REQUESTED,
    CANCEL_WITHDRAWN,
    /** The contract has ended. */
    CANCELLED,
    RENEWAL_FAILED,
    USAGE_REPORTED,
    SURVEY_ANSWERED,
    DATA_EXPORTED,
    CANCEL_PAGE_VIEWED;

    private static final Map<String, ContractEvent> BY_TYPE = Map.ofEntries(
            Map.entry("subscription_started", STARTED),
            Map.entry("subscription_renewed", RENEWED),
            Map.entry("subscription_upgraded", UPGRADED),
            Map.entry("subscription_downgraded", DOWNGRADED),
            Map.entry("subscription_updated", UPDATED),
            Map.entry("subscription_cancel_requested", CANCEL_REQUESTED),
            Map.entry("subscription_cancel_withdrawn", CANCEL_WITHDRAWN),
            Map.entry("cancel_withdrawn", CANCEL_WITHDRAWN),
            Map.entry("subscription_cancelled", CANCELLED),
            Map.entry("renewal_failed", RENEWAL_FAILED),
            Map.entry("usage_reported", USAGE_REPORTED),
            Map.entry("survey_answered", SURVEY_ANSWERED),
            Map.entry("data_exported", DATA_EXPORTED),
            Map.entry("cancel_page_viewed", CANCEL_PAGE_VIEWED));

    static Optional<ContractEvent> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }
}
