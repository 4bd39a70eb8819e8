/** Starting, watching and stopping the processor. */
@NullMarked
package io.journeystreams.runtime;

import org.jspecify.annotations.NullMarked;
