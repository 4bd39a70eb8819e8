package io.journeystreams.domain.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.ProfileKey;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ControlGroupTest {

    private static final int CUSTOMERS = 10_000;

    @Test
    void aboutTheShareThatWasAskedForBelongsToIt() {
        assertThat(members(new ControlGroup(BigDecimal.TEN))).isBetween(900L, 1_100L);
        assertThat(members(new ControlGroup(new BigDecimal("0.5")))).isBetween(25L, 80L);
    }

    @Test
    void nobodyOrEverybody() {
        assertThat(members(ControlGroup.NOBODY)).isZero();
        assertThat(members(new ControlGroup(BigDecimal.valueOf(100)))).isEqualTo(CUSTOMERS);
    }

    @Test
    void whoBelongsToASmallGroupBelongsToALargerOneToo() {
        ControlGroup small = new ControlGroup(BigDecimal.TEN);
        ControlGroup large = new ControlGroup(BigDecimal.valueOf(20));

        assertThat(IntStream.range(0, CUSTOMERS).mapToObj(ControlGroupTest::customer))
                .filteredOn(customer -> small.contains("shop", customer))
                .isNotEmpty()
                .allMatch(customer -> large.contains("shop", customer));
    }

    private static long members(ControlGroup group) {
        return IntStream.range(0, CUSTOMERS)
                .filter(number -> group.contains("shop", customer(number)))
                .count();
    }

    private static ProfileKey customer(int number) {
        return ProfileKey.ofCustomer("customer-" + number);
    }
}
