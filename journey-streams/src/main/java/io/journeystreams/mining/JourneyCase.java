package io.journeystreams.mining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One case of the log: the moves of a mission, or of a profile's lifecycle, in their order.
 *
 * @param moves at least one
 */
record JourneyCase(CaseLayer layer, List<Move> moves) {

    private static final String DISCONTINUED = "DISCONTINUED";

    private static final Comparator<Move> BY_TIME = Comparator.comparingLong(Move::atMs)
            .thenComparingLong(Move::emittedAtMs)
            .thenComparingInt(move -> move.position().partition())
            .thenComparingLong(move -> move.position().offset());

    JourneyCase {
        if (moves.isEmpty()) {
            throw new IllegalArgumentException("a case has moves");
        }
        moves = List.copyOf(moves);
    }

    static JourneyCase of(CaseLayer layer, Collection<Move> moves) {
        return new JourneyCase(layer, chained(moves.stream().sorted(BY_TIME).toList()));
    }

    /** Of what happened at the same time the one goes first that begins where the case stands. */
    private static List<Move> chained(List<Move> sorted) {
        List<Move> left = new ArrayList<>(sorted);
        List<Move> chain = new ArrayList<>();
        Optional<String> stage = Optional.empty();
        while (!left.isEmpty()) {
            Move next = left.remove(nextFrom(stage, left));
            chain.add(next);
            stage = Optional.of(next.to());
        }
        return chain;
    }

    private static int nextFrom(Optional<String> stage, List<Move> left) {
        for (int i = 0; i < left.size() && left.get(i).atMs() == left.get(0).atMs(); i++) {
            if (left.get(i).from().equals(stage)) {
                return i;
            }
        }
        return 0;
    }

    /** A pseudonym: the id of the mission; of a profile, whose key names somebody, the id of its first transition in the log. */
    String name() {
        return layer == CaseLayer.MISSION ? first().caseKey() : first().id();
    }

    long beganAtMs() {
        return first().atMs();
    }

    /** Its beginning is in the log, and not older. */
    boolean isStartKnown() {
        return first().from().isEmpty();
    }

    /** Whether a mission has reached its goal, or was discontinued; a lifecycle has no end. */
    Optional<Boolean> ended() {
        return layer == CaseLayer.MISSION
                ? Optional.of(last().goalReached() || last().to().equals(DISCONTINUED))
                : Optional.empty();
    }

    /** By which a mission began; of a later move, since it may have become known with that. */
    Optional<String> entryChannel() {
        return layer == CaseLayer.MISSION ? last().entryChannel() : Optional.empty();
    }

    OptionalLong missionNumber() {
        return layer == CaseLayer.MISSION ? last().missionNumber() : OptionalLong.empty();
    }

    private Move first() {
        return moves.get(0);
    }

    private Move last() {
        return moves.get(moves.size() - 1);
    }
}
