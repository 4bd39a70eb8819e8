@NullMarked
package io.journeystreams.domain.map;

import org.jspecify.annotations.NullMarked;
