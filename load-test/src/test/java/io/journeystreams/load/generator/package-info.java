@NullMarked
package io.journeystreams.load.generator;

import org.jspecify.annotations.NullMarked;
