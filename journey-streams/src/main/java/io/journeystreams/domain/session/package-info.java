/** Sessions: one uninterrupted activity of a customer on a device (rules S1 to S6). */
@NullMarked
package io.journeystreams.domain.session;

import org.jspecify.annotations.NullMarked;
