/** A real Kafka broker for one machine: in this process, or as a process of its own that can be killed. */
@NullMarked
package io.journeystreams.local.broker;

import org.jspecify.annotations.NullMarked;
