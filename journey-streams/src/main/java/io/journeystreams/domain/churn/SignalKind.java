package io.journeystreams.domain.churn;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What says that a customer with a contract may leave (rule C2). A renewal that could not be charged is no such thing. */
public enum SignalKind {
    /** To a smaller contract. */
    DOWNGRADE("downgrade"),
    /** Usage well under the customer's own median ({@link Usage}). */
    LOW_USAGE("lowUsage"),
    /** A ticket is open beyond its promise. */
    TICKET_OVERDUE("ticketOverdue"),
    /** The wait in a chat or on the phone has passed its promise. */
    LONG_WAIT("longWait"),
    /** The customer had to come again (rule M3). */
    REPEAT_CONTACT("repeatContact"),
    LOW_SATISFACTION("lowSatisfaction"),
    AUTO_RENEW_OFF("autoRenewOff"),
    DATA_EXPORT("dataExport"),
    /** The page was looked at on which the contract can be cancelled. */
    CANCEL_PAGE("cancelPage"),
    /** The contract is renewed soon, and the last usage is low. */
    RENEWAL_NEAR("renewalNear");

    /** Pages that are loaded again and data exported in parts say nothing new. */
    private static final Duration SAME = Duration.ofHours(24);

    private final String key;

    SignalKind(String key) {
        this.key = key;
    }

    /** As in the file of weights. */
    public String key() {
        return key;
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(SignalKind::key).toList();
    }

    public static Optional<SignalKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** Within this time two are one, milliseconds; 0 where each counts. */
    long sameWithinMs() {
        return this == CANCEL_PAGE || this == DATA_EXPORT ? SAME.toMillis() : 0;
    }
}
