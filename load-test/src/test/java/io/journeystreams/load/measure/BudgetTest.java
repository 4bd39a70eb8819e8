package io.journeystreams.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void aCeilingIsKeptUpToItself() {
        assertThat(ceiling(7).verdict()).isEqualTo("aim met");
        assertThat(ceiling(7.1).verdict()).isEqualTo("must met, aim missed");
        assertThat(ceiling(14).verdict()).isEqualTo("must met, aim missed");
        assertThat(ceiling(14.1).verdict()).isEqualTo("MISSED");
    }

    @Test
    void aFactorMustBeReached() {
        assertThat(factor(3.9).verdict()).isEqualTo("MISSED");
        assertThat(factor(4).verdict()).isEqualTo("must met, aim missed");
        assertThat(factor(8).verdict()).isEqualTo("aim met");
    }

    private static Budget ceiling(double median) {
        return new Budget("whole job", "µs", 14, 7, true, new Spread(median, median, median));
    }

    private static Budget factor(double median) {
        return new Budget("dearer", "times", 4, 8, false, new Spread(median, median, median));
    }
}
