package io.journeystreams.letters;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which dead letters are meant; what is empty says nothing.
 *
 * @param reason a RejectionReason by name
 * @param topic where they came from
 * @param sinceMs dead letters since then, epoch milliseconds
 * @param positions these only
 */
public record LetterFilter(
        Optional<String> reason, Optional<String> topic, OptionalLong sinceMs, Set<LetterPosition> positions) {

    public LetterFilter {
        positions = Set.copyOf(positions);
    }

    public static LetterFilter all() {
        return new LetterFilter(Optional.empty(), Optional.empty(), OptionalLong.empty(), Set.of());
    }

    public boolean takes(DeadLetter letter) {
        return reason.map(letter.reason()::equals).orElse(true)
                && topic.map(letter.sourceTopic()::equals).orElse(true)
                && letter.atMs() >= sinceMs.orElse(Long.MIN_VALUE)
                && (positions.isEmpty() || positions.contains(letter.position()));
    }
}
