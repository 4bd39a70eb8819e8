/** What single steps of the processor cost, measured with JMH: a program of its own, and on no class path but its own. */
@NullMarked
package io.journeystreams.load.jmh;

import org.jspecify.annotations.NullMarked;
