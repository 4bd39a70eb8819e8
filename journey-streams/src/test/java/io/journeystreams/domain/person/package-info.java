/** Tests of the rules of this package alone. */
@NullMarked
package io.journeystreams.domain.person;

import org.jspecify.annotations.NullMarked;
