package io.journeystreams.config;

/**
 * Where health and metrics are served.
 *
 * @param port 0 takes a free one
 */
public record HttpSettings(String host, int port) {}
