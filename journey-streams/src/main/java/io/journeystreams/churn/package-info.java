/** Fits models of repeat buying to orders, chooses among them, and measures how good they are (rule C1). */
@NullMarked
package io.journeystreams.churn;

import org.jspecify.annotations.NullMarked;
