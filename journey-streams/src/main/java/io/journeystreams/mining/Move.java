package io.journeystreams.mining;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One revision of a stage transition, as far as an event log needs it. Absent fields are empty.
 *
 * @param caseKey what it belongs to: the id of the mission, or the key of the profile
 * @param revision the highest is valid
 * @param retracted it did not happen after all
 * @param supersedes ids of transitions in whose place this one stands
 * @param from empty at the beginning
 * @param to the stage entered, or what stages lead to; the activity of the event log
 * @param atMs when it happened, epoch milliseconds
 * @param entryChannel by which the mission began
 */
record Move(
        String id,
        int revision,
        boolean retracted,
        List<String> supersedes,
        long emittedAtMs,
        Position position,
        String caseKey,
        Optional<String> from,
        String to,
        String direction,
        long atMs,
        String rule,
        long visit,
        OptionalLong missionNumber,
        Optional<String> entryChannel,
        Optional<String> channel,
        Optional<String> device,
        boolean conformant,
        boolean goalReached,
        boolean buyerJourney,
        Optional<String> reason)
        implements Told {

    Move {
        supersedes = List.copyOf(supersedes);
    }

    /** @param superseded one of those in whose place it stands */
    Superseding superseding(String superseded) {
        return new Superseding(superseded, id, revision, emittedAtMs, position);
    }
}
