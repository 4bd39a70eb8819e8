package io.journeystreams.observe;

import java.util.List;

/** Something to read over HTTP, under paths of its own. Called by several threads. */
public interface HttpResource {

    /** Whatever begins like it is asked here. */
    String prefix();

    /** Whether it is asked here. */
    default boolean serves(String path) {
        return path.startsWith(prefix());
    }

    /** All paths at which there is something to read. */
    List<PathTemplate> paths();

    HttpAnswer get(HttpQuestion question);
}
