/** Other vocabularies against ours. */
@NullMarked
package io.journeystreams.intake.vocabulary;

import org.jspecify.annotations.NullMarked;
