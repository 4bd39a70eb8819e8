package io.journeystreams.output;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ChurnRiskEvent;
import io.journeystreams.contracts.ChurnSettlementEvent;
import io.journeystreams.contracts.FrictionEvent;
import io.journeystreams.contracts.JourneyMapEvent;
import io.journeystreams.contracts.MomentEvent;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.StageTransitionEvent;
import org.apache.avro.specific.SpecificRecord;

/** How what is published is written, contract by contract. */
public record OutputEncoders(
        RecordEncoder<SessionEvent> sessions,
        RecordEncoder<AbandonmentEvent> abandonment,
        RecordEncoder<ProfileEvent> profiles,
        RecordEncoder<StageTransitionEvent> transitions,
        RecordEncoder<MomentEvent> moments,
        RecordEncoder<FrictionEvent> friction,
        RecordEncoder<ChurnRiskEvent> churnRisk,
        RecordEncoder<ChurnSettlementEvent> churnSettlements,
        RecordEncoder<JourneyMapEvent> map) {

    /** All in the same way. */
    public static OutputEncoders all(RecordEncoder<SpecificRecord> encoder) {
        return new OutputEncoders(
                encoder::encode,
                encoder::encode,
                encoder::encode,
                encoder::encode,
                encoder::encode,
                encoder::encode,
                encoder::encode,
                encoder::encode,
                encoder::encode);
    }
}
