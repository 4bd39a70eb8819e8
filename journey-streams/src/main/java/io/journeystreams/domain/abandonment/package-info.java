/** What is left unfinished, and the alerts about it (rules A1 to A16). */
@NullMarked
package io.journeystreams.domain.abandonment;

import org.jspecify.annotations.NullMarked;
