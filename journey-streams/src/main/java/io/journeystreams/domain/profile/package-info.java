/** Everything known about one customer or device. */
@NullMarked
package io.journeystreams.domain.profile;

import org.jspecify.annotations.NullMarked;
