@NullMarked
package io.journeystreams.load.steady;

import org.jspecify.annotations.NullMarked;
