/** The engine under random histories, with named invariants. */
@NullMarked
package io.journeystreams.domain.engine;

import org.jspecify.annotations.NullMarked;
