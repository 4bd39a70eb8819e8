@NullMarked
package io.journeystreams.load.oracle;

import org.jspecify.annotations.NullMarked;
