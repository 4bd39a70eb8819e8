package io.journeystreams.load.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultScheduleTest {

    private static final Duration LENGTH = Duration.ofSeconds(90);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 99, 12_345})
    void everyKindComesAndNoVictimHasTwoFaultsAtATime(long seed) {
        List<Fault> faults = FaultSchedule.of(seed, LENGTH, 3);

        assertThat(faults).extracting(Fault::kind).contains(Fault.Kind.values());
        assertThat(faults).allSatisfy(fault -> assertThat(fault.endMs()).isLessThanOrEqualTo(LENGTH.toMillis()));
        faults.stream()
                .collect(Collectors.groupingBy(Fault::victim))
                .values()
                .forEach(FaultScheduleTest::assertOneAfterTheOther);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSeedRepeatsIt(long seed) {
        assertThat(FaultSchedule.of(seed, LENGTH, 2))
                .isEqualTo(FaultSchedule.of(seed, LENGTH, 2))
                .isNotEqualTo(FaultSchedule.of(seed + 1, LENGTH, 2));
    }

    private static void assertOneAfterTheOther(List<Fault> faults) {
        for (int i = 1; i < faults.size(); i++) {
            assertThat(faults.get(i).atMs()).isGreaterThan(faults.get(i - 1).endMs());
        }
    }
}
