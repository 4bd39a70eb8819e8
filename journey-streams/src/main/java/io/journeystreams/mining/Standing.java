package io.journeystreams.mining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands of what was told (rule G7): of each transition the highest revision, unless it was retracted, or another one took
 * its place and it was not told again since. Records may come in any order, and twice, as a replay tells them: the first counts.
 */
final class Standing {

    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private long replaced;

    /** How it ended, transitions; {@code replaced} are records: earlier revisions, and what was told again. */
    record Result(List<Move> moves, long replaced, long superseded, long retracted) {

        Result {
            moves = List.copyOf(moves);
        }
    }

    private static final class Fact {

        private Optional<Move> latest = Optional.empty();
        private final Map<Cause, Superseding> supersedings = new LinkedHashMap<>();

        boolean isSuperseded(Move move) {
            return supersedings.values().stream().anyMatch(superseding -> superseding.isAfter(move));
        }
    }

    private record Cause(String by, int revision) {}

    /** @param told everything about the transitions that it names */
    static Result of(Collection<Told> told) {
        Standing standing = new Standing();
        told.forEach(standing::take);
        return standing.result();
    }

    private void take(Told told) {
        Fact fact = facts.computeIfAbsent(told.id(), id -> new Fact());
        if (told instanceof Superseding superseding) {
            fact.supersedings.putIfAbsent(new Cause(superseding.by(), superseding.byRevision()), superseding);
        } else if (told instanceof Move move) {
            take(move, fact);
        }
    }

    private void take(Move move, Fact fact) {
        replaced += fact.latest.isPresent() ? 1 : 0;
        boolean isOlder = fact.latest
                .filter(latest -> latest.revision() >= move.revision())
                .isPresent();
        if (!isOlder) {
            fact.latest = Optional.of(move);
        }
    }

    private Result result() {
        List<Move> moves = new ArrayList<>();
        long superseded = 0;
        long retracted = 0;
        for (Fact fact : facts.values()) {
            // without a revision it was told before the log begins
            Optional<Move> latest = fact.latest;
            if (latest.filter(Move::retracted).isPresent()) {
                retracted++;
            } else if (latest.filter(fact::isSuperseded).isPresent()) {
                superseded++;
            } else {
                latest.ifPresent(moves::add);
            }
        }
        return new Result(moves, replaced, superseded, retracted);
    }
}
