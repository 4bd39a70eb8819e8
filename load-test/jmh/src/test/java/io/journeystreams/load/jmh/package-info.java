/** Shows that the micro-benchmarks run, and on what; asserts nothing about figures. */
@NullMarked
package io.journeystreams.load.jmh;

import org.jspecify.annotations.NullMarked;
