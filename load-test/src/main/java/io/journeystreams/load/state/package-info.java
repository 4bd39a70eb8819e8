/** What a large state costs the processor: to restore it, and for each event. */
@NullMarked
package io.journeystreams.load.state;

import org.jspecify.annotations.NullMarked;
