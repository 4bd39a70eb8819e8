package io.journeystreams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplacementBudgetTest {

    private final ReplacementBudget budget = new ReplacementBudget(2, Duration.ofMillis(100));

    @Test
    void givesAsManyAsItHasWithinItsTime() {
        assertThat(budget.spend(0)).isTrue();
        assertThat(budget.spend(50)).isTrue();
        assertThat(budget.spend(99)).isFalse();
    }

    @Test
    void whatWasSpentLongAgoIsThereAgain() {
        budget.spend(0);
        budget.spend(50);
        assertThat(budget.spend(100)).isTrue();
        assertThat(budget.spend(101)).isFalse();
        assertThat(budget.spend(150)).isTrue();
    }
}
