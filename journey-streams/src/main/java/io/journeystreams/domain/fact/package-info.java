/** What the rules say happened, and how readers are told of it and of its corrections (rule G7). */
@NullMarked
package io.journeystreams.domain.fact;

import org.jspecify.annotations.NullMarked;
