@NullMarked
package io.journeystreams.load.bench;

import org.jspecify.annotations.NullMarked;
