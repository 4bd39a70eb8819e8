/** Broker, registry and several processors, each to be broken: on loopback, in processes of their own. */
@NullMarked
package io.journeystreams.load.rig;

import org.jspecify.annotations.NullMarked;
