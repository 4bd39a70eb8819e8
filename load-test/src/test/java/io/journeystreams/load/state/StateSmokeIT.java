package io.journeystreams.load.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A small state is made of copies and restored, and the processor decides by it. What that costs is measured by {@code ./journey load state},
 * on a machine of its own.
 */
@Timeout(180)
class StateSmokeIT {

    private static final int CUSTOMERS = Integer.getInteger("state.profiles", 2_000);
    private static final int EVENTS = Integer.getInteger("state.events", 2_000);

    /** Of ten customers seven have a profile of their device besides their own. */
    private static final int PROFILES = CUSTOMERS / 10 * 17;

    /** Those of devices and customers that only show how late it is. */
    private static final int SIGNS = 8;

    @Test
    void copiesAreRestoredAndDecidedBy() {
        // given
        Path directory =
                Path.of("target", "state", UUID.randomUUID().toString()).toAbsolutePath();
        List<String> jvm = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        StateRequest request = new StateRequest(1, List.of(CUSTOMERS), EVENTS, 1, 100, 1, jvm, directory);

        // when
        StateReport report = new StateBench(request, System.out::println).run();

        // then
        System.out.println(report.text());
        assertThat(report.holds()).as(report.text()).isTrue();
        assertThat(report.laps()).singleElement().satisfies(lap -> {
            assertThat(lap.seeded().profiles()).isEqualTo(PROFILES + SIGNS);
            assertThat(lap.restored())
                    .isBetween(lap.seeded().profiles(), lap.seeded().records());
            assertThat(lap.recovered()).isPositive();
        });
        assertThat(report.json()).contains("\"holds\" : true");
    }
}
