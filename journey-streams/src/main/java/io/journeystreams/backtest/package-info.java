/** The same rules over files of events, without Kafka. */
@NullMarked
package io.journeystreams.backtest;

import org.jspecify.annotations.NullMarked;
