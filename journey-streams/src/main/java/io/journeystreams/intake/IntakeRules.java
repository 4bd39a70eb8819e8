package io.journeystreams.intake;

import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.domain.time.ClockPolicy;
import io.journeystreams.intake.OccurrenceReader.Reading;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides about one input record: valid or not, whose it is, when it happened.
 *
 * <pre>
 *   ingested   = min(record timestamp, intake time)
 *   event time = ingested     if occurredAt &gt; ingested + tolerance    (T2, future-stamped)
 *              = occurredAt   otherwise
 *   late       = event time &lt; ingested − lateness                     (T3)
 *   clock time = min(occurredAt, ingested)                            (T4)
 * </pre>
 */
public final class IntakeRules {

    private final ClockPolicy policy;
    private final ProfileResolver resolver;

    public IntakeRules(ClockPolicy policy, ProfileResolver resolver) {
        this.policy = policy;
        this.resolver = resolver;
    }

    /**
     * @param recordTimestampMs of the Kafka record, epoch milliseconds
     * @param intakeAtMs now, epoch milliseconds
     */
    public IntakeDecision decide(
            ReportedEvent event, long recordTimestampMs, long intakeAtMs, SourcePosition position) {
        if (recordTimestampMs <= 0) {
            return rejected(RejectionReason.INVALID_RECORD_TIMESTAMP, "the record timestamp must be after 1970");
        }
        if (event.occurredAtMs() <= 0) {
            return rejected(RejectionReason.MISSING_TIME, "occurredAt must be after 1970");
        }
        long ingestedAtMs = Math.min(recordTimestampMs, intakeAtMs);
        boolean futureStamped =
                event.occurredAtMs() > ingestedAtMs + policy.futureTolerance().toMillis();
        long atMs = futureStamped ? ingestedAtMs : event.occurredAtMs();
        boolean late = atMs < ingestedAtMs - policy.lateness().toMillis();

        Reading reading = OccurrenceReader.read(event, atMs, late, position);
        if (reading instanceof Reading.Invalid invalid) {
            return rejected(invalid.reason(), invalid.message());
        }
        Optional<Owner> owner = resolver.resolve(event);
        if (owner.isEmpty()) {
            return rejected(RejectionReason.MISSING_CUSTOMER, "a CRM event needs a customerId");
        }
        Occurrence occurrence = ((Reading.Valid) reading).occurrence();
        return new IntakeDecision.Accepted(
                owner.get(),
                occurrence,
                futureStamped,
                Math.min(event.occurredAtMs(), ingestedAtMs),
                remarks(event, owner.get(), futureStamped, late));
    }

    private static Set<IntakeOutcome> remarks(ReportedEvent event, Owner owner, boolean futureStamped, boolean late) {
        Set<IntakeOutcome> remarks = EnumSet.noneOf(IntakeOutcome.class);
        if (futureStamped) {
            remarks.add(IntakeOutcome.FUTURE_STAMPED);
        }
        if (late) {
            remarks.add(IntakeOutcome.LATE);
        }
        if (OccurrenceReader.hasUnreadableGoods(event)) {
            remarks.add(IntakeOutcome.GOODS_UNREADABLE);
        }
        if (TextLimits.areExceeded(event)) {
            remarks.add(IntakeOutcome.TEXTS_CUT);
        }
        if (!owner.identified()) {
            remarks.add(IntakeOutcome.UNIDENTIFIED);
        }
        if (IdentityValues.isRefused(event.customerId()) || IdentityValues.isRefused(event.anonymousId())) {
            remarks.add(IntakeOutcome.IDENTITY_REFUSED);
        }
        return remarks;
    }

    private static IntakeDecision rejected(RejectionReason reason, String message) {
        return new IntakeDecision.Rejected(reason, message);
    }
}
