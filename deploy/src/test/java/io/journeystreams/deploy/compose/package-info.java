/** Compose: that the file is one, and what it names exists. */
@NullMarked
package io.journeystreams.deploy.compose;

import org.jspecify.annotations.NullMarked;
