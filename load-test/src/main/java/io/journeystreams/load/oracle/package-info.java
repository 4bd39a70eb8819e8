/** What must come out, worked out anew from the rules in docs/rules.md: simple, slow, and without a line of the processor. */
@NullMarked
package io.journeystreams.load.oracle;

import org.jspecify.annotations.NullMarked;
