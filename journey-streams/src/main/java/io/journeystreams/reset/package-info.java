/** Taking a group back: its state, and where it goes on reading. */
@NullMarked
package io.journeystreams.reset;

import org.jspecify.annotations.NullMarked;
