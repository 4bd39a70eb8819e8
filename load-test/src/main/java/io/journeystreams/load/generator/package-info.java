/** Customers who are played, seeded, with everything that real ones and their sources do wrong. */
@NullMarked
package io.journeystreams.load.generator;

import org.jspecify.annotations.NullMarked;
