package io.journeystreams.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts as sources report them: blank is absent. */
final class Texts {

    private Texts() {}

    static Optional<String> present(@Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
