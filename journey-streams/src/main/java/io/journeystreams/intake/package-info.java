/** From input records to journal entries: what is read, whose it is, when it happened (rules T1 to T4, I1, I7, O3). */
@NullMarked
package io.journeystreams.intake;

import org.jspecify.annotations.NullMarked;
