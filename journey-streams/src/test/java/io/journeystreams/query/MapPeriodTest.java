package io.journeystreams.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.map.Grain;
import io.journeystreams.map.MapQuestion;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What part of the map is meant by a question. The clock stands at 14:03:10 on 23 November. */
class MapPeriodTest {

    private static final long CLOCK_MS = ms("2026-11-23T14:03:10Z");

    @Test
    void withoutAWordItIsTheLastHour() {
        assertThat(MapPeriod.of(Optional.empty(), CLOCK_MS))
                .contains(question(Grain.MINUTE, "2026-11-23T13:03:00Z", "2026-11-23T14:04:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        // as fine as the period is short
        "2026-11-23T13:00:00Z, 2026-11-23T13:00:00.001Z, MINUTE, 2026-11-23T13:00:00Z, 2026-11-23T13:01:00Z",
        "2026-11-23T11:03:10Z, 2026-11-23T14:03:10Z, MINUTE, 2026-11-23T11:03:00Z, 2026-11-23T14:04:00Z",
        "2026-11-23T11:03:10Z, 2026-11-23T14:03:10.001Z, HOUR, 2026-11-23T11:00:00Z, 2026-11-23T15:00:00Z",
        "2026-11-19T14:03:10Z, 2026-11-23T14:03:10Z, HOUR, 2026-11-19T14:00:00Z, 2026-11-23T15:00:00Z",
        "2026-11-19T14:03:10Z, 2026-11-23T14:03:10.001Z, DAY, 2026-11-19T00:00:00Z, 2026-11-24T00:00:00Z",
        // a short one of which minutes are not kept any more, or hours
        "2026-11-23T09:10:00Z, 2026-11-23T09:20:00Z, HOUR, 2026-11-23T09:00:00Z, 2026-11-23T10:00:00Z",
        "2026-11-10T09:10:00Z, 2026-11-10T09:20:00Z, DAY, 2026-11-10T00:00:00Z, 2026-11-11T00:00:00Z",
        // whole stretches stay as they are
        "2026-11-23T13:00:00Z, 2026-11-23T14:00:00Z, MINUTE, 2026-11-23T13:00:00Z, 2026-11-23T14:00:00Z",
        // cut to what is kept, and to a day ahead of the clock
        "1970-01-01T00:00:00Z, 9999-12-31T00:00:00Z, DAY, 2026-10-25T00:00:00Z, 2026-11-25T00:00:00Z",
        "2026-11-23T14:00:00Z, 9999-12-31T00:00:00Z, DAY, 2026-11-23T00:00:00Z, 2026-11-25T00:00:00Z",
        // nothing is kept of it: no longer than what would be
        "1970-01-01T00:00:00Z, 1999-01-01T00:00:00Z, DAY, 1998-12-03T00:00:00Z, 1999-01-01T00:00:00Z",
        "3000-01-01T00:00:00Z, %2B200000-01-01T00:00:00Z, DAY, +199999-12-03T00:00:00Z, +200000-01-01T00:00:00Z"
    })
    void aPeriodIsWidenedAndCut(String from, String to, Grain grain, String start, String end) {
        assertThat(MapPeriod.of(Optional.of("from=" + from + "&to=" + to), CLOCK_MS))
                .contains(question(grain, start, end));
    }

    @Test
    void slicesAreTakenAsTheyAreWritten() {
        assertThat(MapPeriod.of(Optional.of("channel=paid%20search&device=&segment=a%3Db%26c"), CLOCK_MS))
                .contains(new MapQuestion(
                        Grain.MINUTE,
                        ms("2026-11-23T13:03:00Z"),
                        ms("2026-11-23T14:04:00Z"),
                        Optional.of("paid search"),
                        Optional.of(""),
                        Optional.of("a=b&c")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile=c:1",
                "grain=minute",
                "from",
                "&",
                "channel=email&channel=email",
                "from=yesterday",
                "from=2026-11-23",
                "from=",
                "channel=%zz",
                "from=2026-11-23T14:00:00Z&to=2026-11-23T14:00:00Z",
                "from=2026-11-23T14:00:00Z&to=2026-11-23T13:00:00Z",
                "from=1969-12-31T23:59:59Z&to=2026-11-23T13:00:00Z",
                "to=1970-01-01T00:30:00Z",
                "from=-1000000000-01-01T00:00:00Z",
                "to=+1000000000-12-31T23:59:59Z"
            })
    void whatCannotBeUnderstoodIsNoPeriod(String query) {
        assertThat(MapPeriod.of(Optional.of(query), CLOCK_MS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "channel=a%20%26%C3%A4&segment=x", "to=%2B20000-12-31T00:00:00Z&from=3000-01-01T00:00:00Z"})
    void anotherInstanceIsAskedTheSame(String query) {
        MapQuestion asked = MapPeriod.of(Optional.of(query), CLOCK_MS).orElseThrow();
        assertThat(MapPeriod.passedOn(Optional.of(MapPeriod.query(asked).substring(1))))
                .contains(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "from=2026-11-23T13:00:00Z&to=2026-11-23T14:00:00Z", "grain=week&from=1970&to=1971"})
    void whatNoInstanceAsksIsRefused(String query) {
        assertThat(MapPeriod.passedOn(Optional.of(query))).isEmpty();
    }

    private static MapQuestion question(Grain grain, String from, String to) {
        return new MapQuestion(grain, ms(from), ms(to), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static long ms(String text) {
        return Instant.parse(text).toEpochMilli();
    }
}
