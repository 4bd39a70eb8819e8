package io.journeystreams.output;

import io.journeystreams.contracts.FrictionEvent;
import io.journeystreams.contracts.MomentEvent;
import io.journeystreams.contracts.StageTransitionEvent;

/** How the facts of a journey's course are written. */
public record FactEncoders(
        RecordEncoder<StageTransitionEvent> transitions,
        RecordEncoder<MomentEvent> moments,
        RecordEncoder<FrictionEvent> friction) {}
