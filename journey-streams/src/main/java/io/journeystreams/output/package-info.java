/** From decisions to published records (rules O2, O4). */
@NullMarked
package io.journeystreams.output;

import org.jspecify.annotations.NullMarked;
