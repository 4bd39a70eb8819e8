/** Composes the capabilities: events and deadlines in, decisions out. */
@NullMarked
package io.journeystreams.domain.engine;

import org.jspecify.annotations.NullMarked;
