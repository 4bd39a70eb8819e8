/** The fault run: customers are played while everything that can die dies, and what was published is judged afterwards. */
@NullMarked
package io.journeystreams.load.faults;

import org.jspecify.annotations.NullMarked;
