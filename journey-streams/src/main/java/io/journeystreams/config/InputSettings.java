package io.journeystreams.config;

import java.nio.file.Path;
import java.util.Optional;

/** How the input topics are read. */
public record InputSettings(Input clickstream, Input crm) {

    /**
     * One of them.
     *
     * @param mapping the user's own table of what the format's names mean
     * @param rekey the records are keyed by something else than the id in their payload
     */
    public record Input(EventFormat format, Optional<Path> mapping, boolean rekey) {}
}
