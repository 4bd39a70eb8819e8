package io.journeystreams.load.oracle;

import io.journeystreams.contracts.StageDirection;
import io.journeystreams.contracts.StageLayer;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A move from one stage to another that must stand in the end, in whatever order its events came, and however often it was
 * corrected.
 *
 * @param profiles under whose key it may have been told: whose its event was at first, or is now (I3)
 */
record ExpectedTransition(Set<String> profiles, Content content) {

    /** @param event the one that completed the evidence */
    record Content(
            StageLayer layer,
            @Nullable String from,
            String to,
            StageDirection direction,
            long occurredAtMs,
            String event) {}

    ExpectedTransition {
        profiles = Set.copyOf(profiles);
    }

    static ExpectedTransition of(
            String profile, StageLayer layer, @Nullable Stage from, Stage to, StageDirection direction, Fact by) {
        String left = from == null ? null : from.name();
        Content content = new Content(layer, left, to.name(), direction, by.atMs(), by.eventId());
        return new ExpectedTransition(Stream.of(profile, by.firstProfile()).collect(Collectors.toSet()), content);
    }
}
