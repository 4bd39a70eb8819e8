/** The topics that the processor needs: what they are, whether they are there, and how they come to be. */
@NullMarked
package io.journeystreams.topics;

import org.jspecify.annotations.NullMarked;
