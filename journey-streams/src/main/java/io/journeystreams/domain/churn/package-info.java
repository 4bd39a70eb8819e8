/** Customers who are slipping away: what silence or a contract's signals say, when to tell, and whether it was right (rules C). */
@NullMarked
package io.journeystreams.domain.churn;

import org.jspecify.annotations.NullMarked;
