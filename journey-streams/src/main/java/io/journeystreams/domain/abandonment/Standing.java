package io.journeystreams.domain.abandonment;

import java.util.Optional;

/** Where a customer stood at a deadline: the stage of the mission, and that of the lifecycle (rule A16). */
public record Standing(Optional<String> stage, Optional<String> lifecycle) {

    public static final Standing UNKNOWN = new Standing(Optional.empty(), Optional.empty());
}
