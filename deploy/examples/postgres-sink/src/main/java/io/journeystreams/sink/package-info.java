/**
 * An example of a consumer: what the processor tells goes into PostgreSQL, each record once. Start at {@link
 * io.journeystreams.sink.SinkMain}.
 */
@NullMarked
package io.journeystreams.sink;

import org.jspecify.annotations.NullMarked;
