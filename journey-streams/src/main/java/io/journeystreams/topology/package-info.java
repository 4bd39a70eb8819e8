/** The processors and how they are wired: decode, ask, store, forward. */
@NullMarked
package io.journeystreams.topology;

import org.jspecify.annotations.NullMarked;
