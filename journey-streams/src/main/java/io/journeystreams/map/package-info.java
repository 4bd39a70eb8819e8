/** The journey map as data: what its cells hold, where they are kept, and how they are added up. */
@NullMarked
package io.journeystreams.map;

import org.jspecify.annotations.NullMarked;
