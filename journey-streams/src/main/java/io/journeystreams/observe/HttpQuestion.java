package io.journeystreams.observe;

import java.util.Optional;

/**
 * What is asked over HTTP.
 *
 * @param path as it was sent, escapes and all, without the query
 * @param query what follows the question mark, as it was sent
 * @param authorization the header of that name
 * @param isForwarded another instance passes it on ({@link #FORWARDED}); it must not go further
 */
public record HttpQuestion(String path, Optional<String> query, Optional<String> authorization, boolean isForwarded) {

    /** Header of a question that one instance passes on to another. */
    public static final String FORWARDED = "Journey-Forwarded";

    public static HttpQuestion of(String path, Optional<String> authorization) {
        return new HttpQuestion(path, Optional.empty(), authorization, false);
    }
}
