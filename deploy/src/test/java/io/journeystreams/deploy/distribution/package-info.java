/** What operators unpack: that it starts from anywhere, says what is wrong, and fits the unit that runs it. */
@NullMarked
package io.journeystreams.deploy.distribution;

import org.jspecify.annotations.NullMarked;
