package io.journeystreams.observe;

import java.util.Optional;

/**
 * What is asked over HTTP.
 *
 * @param path as it was sent, escapes and all, without the query
 * @param query what follows the question mark, as it was sent
 * @param authorization the header of that name
 * @param isForwarded another instance passes it on ({@link #FORWARDED}); it must not go further
 * @param held which answers the client has already: the header {@code If-None-Match}
 * @param readsGzip the client takes a compressed answer
 */
public record HttpQuestion(
        String path,
        Optional<String> query,
        Optional<String> authorization,
        boolean isForwarded,
        Optional<String> held,
        boolean readsGzip) {

    /** Header of a question that one instance passes on to another. */
    public static final String FORWARDED = "Journey-Forwarded";

    /** From a client that has nothing yet and takes answers as they are. */
    public HttpQuestion(String path, Optional<String> query, Optional<String> authorization, boolean isForwarded) {
        this(path, query, authorization, isForwarded, Optional.empty(), false);
    }

    public static HttpQuestion of(String path, Optional<String> authorization) {
        return new HttpQuestion(path, Optional.empty(), authorization, false);
    }
}
