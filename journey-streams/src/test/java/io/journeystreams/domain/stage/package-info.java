/** Tests of the rules of this package alone. */
@NullMarked
package io.journeystreams.domain.stage;

import org.jspecify.annotations.NullMarked;
