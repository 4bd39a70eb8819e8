/** Forgetting a customer: telling the processor, and what remains where. */
@NullMarked
package io.journeystreams.erasure;

import org.jspecify.annotations.NullMarked;
