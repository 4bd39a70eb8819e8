package io.journeystreams.mining;

import io.journeystreams.mining.Told.Position;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A move for tests; what is not said is usual. */
record AMove(String id, int revision, List<String> supersedes, Position position, long emittedAtMs, String caseKey) {

    static final long BEGINNING_MS = 1_772_000_000_000L;

    /** The first revision of a transition, of one mission. */
    static AMove of(String id) {
        return new AMove(id, 1, List.of(), new Position(0, 0), BEGINNING_MS, "mission");
    }

    AMove revision(int next) {
        return new AMove(id, next, supersedes, position, emittedAtMs, caseKey);
    }

    AMove supersedes(String... ids) {
        return new AMove(id, revision, List.of(ids), position, emittedAtMs, caseKey);
    }

    /** @param intakeMs after the beginning */
    AMove at(int partition, long offset, long intakeMs) {
        return new AMove(id, revision, supersedes, new Position(partition, offset), BEGINNING_MS + intakeMs, caseKey);
    }

    AMove at(long offset) {
        return at(0, offset, offset);
    }

    AMove in(String mission) {
        return new AMove(id, revision, supersedes, position, emittedAtMs, mission);
    }

    Move retracted() {
        return move(true, Optional.empty(), "AWARENESS", 0, Optional.empty(), false);
    }

    Move stated() {
        return to("AWARENESS", 0);
    }

    /** @param afterMs the beginning */
    Move to(String stage, long afterMs) {
        return move(false, Optional.empty(), stage, afterMs, Optional.empty(), false);
    }

    Move from(String before, String stage, long afterMs) {
        return move(false, Optional.of(before), stage, afterMs, Optional.empty(), false);
    }

    Move reaching(String before, String stage, long afterMs) {
        return move(false, Optional.of(before), stage, afterMs, Optional.empty(), true);
    }

    Move on(String device) {
        return move(false, Optional.empty(), "AWARENESS", 0, Optional.of(device), false);
    }

    private Move move(
            boolean retracted,
            Optional<String> from,
            String to,
            long afterMs,
            Optional<String> device,
            boolean goalReached) {
        return new Move(
                id,
                revision,
                retracted,
                supersedes,
                emittedAtMs,
                position,
                caseKey,
                from,
                to,
                "FORWARD",
                BEGINNING_MS + afterMs,
                "rule",
                1,
                OptionalLong.of(3),
                Optional.of("email"),
                Optional.of("direct"),
                device,
                true,
                goalReached,
                false,
                Optional.empty());
    }
}
