/** Events and the values that they are made of. */
@NullMarked
package io.journeystreams.domain.event;

import org.jspecify.annotations.NullMarked;
