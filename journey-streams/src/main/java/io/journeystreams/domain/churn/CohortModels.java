package io.journeystreams.domain.churn;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Models of buying: one for everybody and, where cohorts are told from each other, one for each that has its own (rule C1).
 *
 * @param everybody of customers whose cohort is not known or has no model
 * @param cohorts by {@link CohortBy#normal name}
 * @param by empty if there is one model for all
 */
public record CohortModels(ChurnModel everybody, Map<String, ChurnModel> cohorts, Optional<CohortBy> by) {

    public CohortModels {
        cohorts = Map.copyOf(cohorts);
        if (by.isPresent() == cohorts.isEmpty()) {
            throw new IllegalArgumentException(
                    "cohorts must have models if they are told from each other, and only then: " + cohorts.keySet()
                            + " by " + by.map(CohortBy::name).orElse("nothing"));
        }
    }

    public static CohortModels of(ChurnModel everybody) {
        return new CohortModels(everybody, Map.of(), Optional.empty());
    }

    public static CohortModels of(ChurnModel everybody, Map<String, ChurnModel> cohorts, CohortBy by) {
        return new CohortModels(everybody, cohorts, Optional.of(by));
    }

    ChurnModel of(Buying buying) {
        return buying.cohort()
                .flatMap(cohort -> Optional.ofNullable(cohorts.get(cohort)))
                .orElse(everybody);
    }

    Stream<ChurnModel> all() {
        return Stream.concat(Stream.of(everybody), cohorts.values().stream());
    }
}
