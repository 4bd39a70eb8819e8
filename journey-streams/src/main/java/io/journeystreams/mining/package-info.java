/** The journeys as an event log that process-mining tools read: what stands of the stage transitions, by case, as XES or CSV. */
@NullMarked
package io.journeystreams.mining;

import org.jspecify.annotations.NullMarked;
