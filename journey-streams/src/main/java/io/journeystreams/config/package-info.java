/** {@code journey.yaml}, environment and flags become one checked {@link io.journeystreams.config.JourneyConfig}. */
@NullMarked
package io.journeystreams.config;

import org.jspecify.annotations.NullMarked;
