/** The events that the rules know, with the values they are made of. */
@NullMarked
package io.journeystreams.domain.event;

import org.jspecify.annotations.NullMarked;
