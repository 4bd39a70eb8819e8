@NullMarked
package io.journeystreams.map;

import org.jspecify.annotations.NullMarked;
