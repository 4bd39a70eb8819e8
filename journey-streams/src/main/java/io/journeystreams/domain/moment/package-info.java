/** Moments at which a word to the customer is in place, each with its measured delay (rule G9). */
@NullMarked
package io.journeystreams.domain.moment;

import org.jspecify.annotations.NullMarked;
