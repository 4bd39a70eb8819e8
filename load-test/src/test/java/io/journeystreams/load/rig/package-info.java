@NullMarked
package io.journeystreams.load.rig;

import org.jspecify.annotations.NullMarked;
