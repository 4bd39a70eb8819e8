/** The benchmark's job on Apache Flink: a program of its own, and on no class path but its own. */
@NullMarked
package io.journeystreams.load.flink;

import org.jspecify.annotations.NullMarked;
