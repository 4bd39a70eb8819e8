/** Proofs of the backtest, on data that nobody here made up. */
@NullMarked
package io.journeystreams.backtest;

import org.jspecify.annotations.NullMarked;
