/** Why a profile got an alert, and why not: its journey told again, for people to read (rule O5). */
@NullMarked
package io.journeystreams.domain.explain;

import org.jspecify.annotations.NullMarked;
