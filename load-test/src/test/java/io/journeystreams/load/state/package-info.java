/** What a large state costs the processor. */
@NullMarked
package io.journeystreams.load.state;

import org.jspecify.annotations.NullMarked;
