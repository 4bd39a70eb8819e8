/** Dead letters: what is in them, and putting them back to where they came from, each once. */
@NullMarked
package io.journeystreams.letters;

import org.jspecify.annotations.NullMarked;
