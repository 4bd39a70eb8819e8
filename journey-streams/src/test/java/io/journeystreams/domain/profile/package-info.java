/** What is known of a profile. */
@NullMarked
package io.journeystreams.domain.profile;

import org.jspecify.annotations.NullMarked;
