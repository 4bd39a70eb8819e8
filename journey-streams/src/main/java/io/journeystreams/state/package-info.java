/** What is remembered about profiles, their deadlines and the journal clock. */
@NullMarked
package io.journeystreams.state;

import org.jspecify.annotations.NullMarked;
