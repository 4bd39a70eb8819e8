/** Stored bytes. The only place that knows their layout; the first byte is the version. */
@NullMarked
package io.journeystreams.state.codec;

import org.jspecify.annotations.NullMarked;
