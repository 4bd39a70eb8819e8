/** A real broker and registry, and the processor as a process of its own, for tests. */
@NullMarked
package io.journeystreams.rig;

import org.jspecify.annotations.NullMarked;
