@NullMarked
package io.journeystreams.load.faults;

import org.jspecify.annotations.NullMarked;
