@NullMarked
package io.journeystreams.domain.fact;

import org.jspecify.annotations.NullMarked;
