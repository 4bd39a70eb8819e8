/** The command line: {@code journey <command>}. */
@NullMarked
package io.journeystreams.cli;

import org.jspecify.annotations.NullMarked;
