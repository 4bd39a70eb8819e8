/** What is known of the person behind a profile: addresses, consent, time zone (rules A11, A12, A16). */
@NullMarked
package io.journeystreams.domain.person;

import org.jspecify.annotations.NullMarked;
