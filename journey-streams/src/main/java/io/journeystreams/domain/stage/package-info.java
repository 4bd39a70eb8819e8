/** Stages: where the customer stands with the business, and in the shopping under way (rules G1 to G8). */
@NullMarked
package io.journeystreams.domain.stage;

import org.jspecify.annotations.NullMarked;
