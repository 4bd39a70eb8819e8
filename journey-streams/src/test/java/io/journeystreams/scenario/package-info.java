/** Scenario files (given, when, then) and what runs them: the engine, the topology, a real broker. */
@NullMarked
package io.journeystreams.scenario;

import org.jspecify.annotations.NullMarked;
