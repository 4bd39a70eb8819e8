/** A shop's visitors, what they do, and how its frontend would send it. */
@NullMarked
package io.journeystreams.load.shop;

import org.jspecify.annotations.NullMarked;
