/** What nobody but its owner and the readers of the topics may see. */
@NullMarked
package io.journeystreams.privacy;

import org.jspecify.annotations.NullMarked;
