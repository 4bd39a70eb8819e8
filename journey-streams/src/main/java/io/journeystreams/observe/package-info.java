/** What people and machines see of a running processor: metrics, health, status. Never personal data. */
@NullMarked
package io.journeystreams.observe;

import org.jspecify.annotations.NullMarked;
