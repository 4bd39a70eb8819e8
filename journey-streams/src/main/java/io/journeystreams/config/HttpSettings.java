package io.journeystreams.config;

import java.util.Optional;

/**
 * Where health and metrics are served, and to whom decisions.
 *
 * @param port 0 takes a free one
 * @param token who knows it may ask about profiles; without one nobody may
 */
public record HttpSettings(String host, int port, Optional<String> token) {}
