package io.journeystreams.churn;

import java.util.List;
import java.util.Optional;

/**
 * Customers whose first orders say the same.
 *
 * @param name empty for those whose first order says nothing
 */
public record Cohort(Optional<String> name, List<PurchaseDays> customers) {

    public Cohort {
        customers = List.copyOf(customers);
    }
}
