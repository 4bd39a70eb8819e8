package io.journeystreams.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CustomersTest {

    /** Of a sketch of 1 024 registers one standard error is 2.4 %: three of them. */
    private static final double BOUND = 0.072;

    @Test
    void fewAreCountedExactlyHoweverOftenTheyCome() {
        Customers customers = new Customers();
        for (int i = 0; i < Customers.FEW; i++) {
            customers.add("c:" + i);
            customers.add("c:" + i);
            assertThat(customers.count()).isEqualTo(i + 1);
        }
        assertThat(customers.few()).hasSize(Customers.FEW);
    }

    @Test
    void manyAreCountedWithinThreeStandardErrors() {
        for (int size : new int[] {Customers.FEW + 1, 1_000, 100_000}) {
            assertThat((double) of("c:", 0, size).count()).isCloseTo(size, within(size * BOUND));
        }
    }

    @Test
    void addedUpTheyAreThoseOfAll() {
        for (int[] sizes : new int[][] {{10, 20}, {10, 100}, {100, 10}, {40, 40}, {5_000, 3_000}}) {
            // given they share half of the smaller number
            int shared = Math.min(sizes[0], sizes[1]) / 2;
            Customers sum = of("c:", 0, sizes[0]);

            // when
            sum.add(of("c:", sizes[0] - shared, sizes[1]));

            // then
            assertThat(sum.count())
                    .as("%s and %s", sizes[0], sizes[1])
                    .isEqualTo(of("c:", 0, sizes[0] + sizes[1] - shared).count());
        }
    }

    @Test
    void addingUpChangesNothingOfWhatIsAdded() {
        Customers few = of("c:", 0, 3);
        Customers many = of("d:", 0, 300);
        Customers sum = new Customers();
        sum.add(many);
        sum.add(few);

        assertThat(few.count()).isEqualTo(3);
        assertThat(many.count()).isEqualTo(of("d:", 0, 300).count());
    }

    private static Customers of(String kind, int from, int count) {
        Customers customers = new Customers();
        for (int i = from; i < from + count; i++) {
            customers.add(kind + i);
        }
        return customers;
    }
}
