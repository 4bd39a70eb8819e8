package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.abandonment.Alert.Visit;
import io.journeystreams.domain.cart.Carts;

/**
 * What the abandonment rules look at beside their own state, at one moment of event time.
 *
 * @param carts the carts after the event
 * @param lastActivityAtMs the customer's last interactive activity (rule A2), epoch milliseconds; the earliest possible
 *     time if there was none
 * @param visit the visit of that activity
 * @param reachable the customer can be reached (rule A12)
 */
public record Shopping(Carts carts, long lastActivityAtMs, Visit visit, boolean reachable) {}
