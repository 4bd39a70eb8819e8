/** What the processor answers about single profiles. */
@NullMarked
package io.journeystreams.query;

import org.jspecify.annotations.NullMarked;
