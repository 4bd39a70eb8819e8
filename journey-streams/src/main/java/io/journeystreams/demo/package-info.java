/** The demo's shop: shoppers made up from a seed, what they are known to have bought, and what a terminal shows of it all. */
@NullMarked
package io.journeystreams.demo;

import org.jspecify.annotations.NullMarked;
