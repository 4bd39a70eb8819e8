/** Touchpoints, contacts with the service and what stood in the customer's way (rules M2 to M4). */
@NullMarked
package io.journeystreams.domain.service;

import org.jspecify.annotations.NullMarked;
