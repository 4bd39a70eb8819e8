/** How likely a customer is to buy again, and when to say that one is slipping away (rules C). */
@NullMarked
package io.journeystreams.domain.churn.model;

import org.jspecify.annotations.NullMarked;
