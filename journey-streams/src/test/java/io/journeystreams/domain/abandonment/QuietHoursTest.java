package io.journeystreams.domain.abandonment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0} to {1}: {2} may be contacted at {3}, {4}")
    @CsvSource({
        "21:00, 08:00, 2026-01-10T19:59:59.999Z, 2026-01-10T19:59:59.999Z, a moment before they begin",
        "21:00, 08:00, 2026-01-10T20:00:00Z,     2026-01-11T07:00:00Z,     at their beginning",
        "21:00, 08:00, 2026-01-10T23:30:00Z,     2026-01-11T07:00:00Z,     after midnight",
        "21:00, 08:00, 2026-01-11T06:59:59.999Z, 2026-01-11T07:00:00Z,     a moment before their end",
        "21:00, 08:00, 2026-01-11T07:00:00Z,     2026-01-11T07:00:00Z,     at their end",
        "12:00, 14:00, 2026-01-11T12:30:00Z,     2026-01-11T13:00:00Z,     within a day",
        "12:00, 14:00, 2026-01-11T23:30:00Z,     2026-01-11T23:30:00Z,     outside of it",
        "21:00, 08:00, 2026-03-28T21:00:00Z,     2026-03-29T06:00:00Z,     over the night that loses an hour",
        "21:00, 08:00, 2026-10-24T21:00:00Z,     2026-10-25T07:00:00Z,     over the night that gains an hour",
        "21:00, 02:30, 2026-03-28T23:00:00Z,     2026-03-29T01:30:00Z,     when the end is skipped",
        "21:00, 02:30, 2026-10-24T23:00:00Z,     2026-10-25T01:30:00Z,     when the end comes twice",
        "21:00, 02:30, 2026-10-25T01:10:00Z,     2026-10-25T01:30:00Z,     in the hour that comes again",
    })
    void nobodyIsContactedBeforeTheyEnd(String from, String to, String at, String allowed, String when) {
        QuietHours hours = new QuietHours(LocalTime.parse(from), LocalTime.parse(to));

        long allowedMs = hours.firstAllowedMs(Instant.parse(at).toEpochMilli(), BERLIN);

        assertThat(Instant.ofEpochMilli(allowedMs)).isEqualTo(Instant.parse(allowed));
    }

    @Test
    void hoursThatBeginWhenTheyEndAreNone() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON))
                .hasMessage("quietHours must not begin when they end: 12:00");
    }
}
