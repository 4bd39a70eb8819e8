package io.journeystreams.config;

/**
 * A setting as somebody wrote it.
 *
 * @param where file and line, variable or flag, for messages
 */
record RawSetting(String path, String text, Origin origin, String where) {

    /** Who said it; a later one beats an earlier one. */
    enum Origin {
        DEFAULT,
        FILE,
        ENVIRONMENT,
        FLAG
    }
}
