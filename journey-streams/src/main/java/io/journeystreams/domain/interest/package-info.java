/** What a customer looks at: which products, how often and how long, and what was out of stock (rules A, A11). */
@NullMarked
package io.journeystreams.domain.interest;

import org.jspecify.annotations.NullMarked;
