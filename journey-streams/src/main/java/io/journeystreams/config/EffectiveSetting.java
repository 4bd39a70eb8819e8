package io.journeystreams.config;

/**
 * A setting as it counts, fit to be shown.
 *
 * @param value masked if secret
 * @param origin who said it: flag, environment, file or default
 */
public record EffectiveSetting(String name, String value, String origin) {}
