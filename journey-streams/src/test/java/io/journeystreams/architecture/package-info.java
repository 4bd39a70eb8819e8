/** What may use what. */
@NullMarked
package io.journeystreams.architecture;

import org.jspecify.annotations.NullMarked;
