package io.journeystreams.load.jmh;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.domain.engine.Entry;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.intake.IntakeDecision;
import io.journeystreams.state.StoredProfile;

/**
 * A profile in use, as the next event about it is read.
 *
 * @param event as it was sent
 * @param accepted what intake made of it
 * @param entry what the journal says to the profile
 * @param clock of the journal, which has been read to its end
 * @param nowMs intake time, epoch milliseconds
 */
record Situation(
        StoredProfile stored,
        ClickstreamEvent event,
        IntakeDecision.Accepted accepted,
        Entry entry,
        ClockReading clock,
        long nowMs) {}
