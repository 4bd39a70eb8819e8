/** Deadlines and the journal clock. */
@NullMarked
package io.journeystreams.domain.time;

import org.jspecify.annotations.NullMarked;
