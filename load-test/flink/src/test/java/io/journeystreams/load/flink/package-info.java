@NullMarked
package io.journeystreams.load.flink;

import org.jspecify.annotations.NullMarked;
