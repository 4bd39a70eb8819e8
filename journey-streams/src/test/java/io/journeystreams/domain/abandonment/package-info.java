/** Tests of the rules of this package alone. */
@NullMarked
package io.journeystreams.domain.abandonment;

import org.jspecify.annotations.NullMarked;
