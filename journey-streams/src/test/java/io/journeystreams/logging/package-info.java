/** What the program logs, and in which form. */
@NullMarked
package io.journeystreams.logging;

import org.jspecify.annotations.NullMarked;
