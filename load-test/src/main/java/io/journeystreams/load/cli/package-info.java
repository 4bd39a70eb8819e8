/** The command line of load and fault runs. */
@NullMarked
package io.journeystreams.load.cli;

import org.jspecify.annotations.NullMarked;
