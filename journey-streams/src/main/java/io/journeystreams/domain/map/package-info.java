/** What the facts of a journey count in the journey map (rules M1 to M4), so that a correction can be taken out again. */
@NullMarked
package io.journeystreams.domain.map;

import org.jspecify.annotations.NullMarked;
