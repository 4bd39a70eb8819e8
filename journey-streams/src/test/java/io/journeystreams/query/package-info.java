@NullMarked
package io.journeystreams.query;

import org.jspecify.annotations.NullMarked;
