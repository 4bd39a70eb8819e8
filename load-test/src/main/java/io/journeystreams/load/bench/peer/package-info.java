/** The other ways to do the job, each a program of its own. */
@NullMarked
package io.journeystreams.load.bench.peer;

import org.jspecify.annotations.NullMarked;
