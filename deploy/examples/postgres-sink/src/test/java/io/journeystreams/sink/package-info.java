@NullMarked
package io.journeystreams.sink;

import org.jspecify.annotations.NullMarked;
