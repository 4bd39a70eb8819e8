/** What an event costs: the processor beside other ways to do its job, on the same events. */
@NullMarked
package io.journeystreams.load.bench;

import org.jspecify.annotations.NullMarked;
