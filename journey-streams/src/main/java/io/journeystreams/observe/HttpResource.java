package io.journeystreams.observe;

import java.util.Optional;

/** Something to read over HTTP, under a path of its own. Called by several threads. */
public interface HttpResource {

    /** Whatever begins like it is asked here. */
    String prefix();

    /**
     * @param rawPath as it was sent, without the query
     * @param authorization the header of that name
     */
    HttpAnswer get(String rawPath, Optional<String> authorization);
}
