@NullMarked
package io.journeystreams.load.measure;

import org.jspecify.annotations.NullMarked;
