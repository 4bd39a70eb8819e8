/** What a run is measured by: CPU, memory and garbage of processes, the machine, budgets. */
@NullMarked
package io.journeystreams.load.measure;

import org.jspecify.annotations.NullMarked;
