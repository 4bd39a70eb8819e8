/** Faults of RELIABILITY.md on a real broker, each class named after its row. */
@NullMarked
package io.journeystreams.faults;

import org.jspecify.annotations.NullMarked;
