/** Tests of the rules of this package alone. */
@NullMarked
package io.journeystreams.domain.session;

import org.jspecify.annotations.NullMarked;
