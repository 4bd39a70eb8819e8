package io.journeystreams.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.abandonment.Trial;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.domain.time.JournalClock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClockCodecTest {

    private static final JournalClock CLOCK = new JournalClock(
            2,
            Map.of("crm.events-0", 7L, "clickstream.events-0", 5L),
            Set.of("crm.events-0"),
            5,
            List.of(new ClockReading.Step(5, 9, false), new ClockReading.Step(6, 10, true)));
    private static final Tally TALLY =
            new Tally(10, 4, Map.of(DisarmReason.BOUGHT, 3L, DisarmReason.EMPTIED, 1L), 2, 6, new Trial(7, 5, 4, 1));

    /** Bytes that version 1 wrote; they stay readable for ever. */
    private static final String CLOCK_V1 = "01" + "00000002" + "00000002"
            + "0014636c69636b73747265616d2e6576656e74732d30" + "0000000000000005" + "00"
            + "000c63726d2e6576656e74732d30" + "0000000000000007" + "01"
            + "0000000000000005" + "00000002"
            + "0000000000000005" + "0000000000000009" + "00"
            + "0000000000000006" + "000000000000000a" + "01";

    private static final String TALLY_V1 = "01" + "000000000000000a" + "0000000000000004" + "0000000000000002"
            + "0000000000000006" + "0000000000000007" + "0000000000000005"
            + "0000000000000004" + "0000000000000001" + "00000002"
            + "0006424f55474854" + "0000000000000003" + "0007454d5054494544" + "0000000000000001";

    @Test
    void clockIsWrittenAsVersionOne() {
        assertThat(HexFormat.of().formatHex(ClockCodec.encode(CLOCK))).isEqualTo(CLOCK_V1);
    }

    @Test
    void clockOfVersionOneIsRead() {
        assertThat(ClockCodec.decode(HexFormat.of().parseHex(CLOCK_V1))).isEqualTo(CLOCK);
    }

    @Test
    void tallyIsWrittenAsVersionOne() {
        assertThat(HexFormat.of().formatHex(TallyCodec.encode(TALLY))).isEqualTo(TALLY_V1);
    }

    @Test
    void tallyOfVersionOneIsRead() {
        assertThat(TallyCodec.decode(HexFormat.of().parseHex(TALLY_V1))).isEqualTo(TALLY);
    }

    @Test
    void unknownVersionIsRefused() {
        byte[] bytes = ClockCodec.encode(CLOCK);
        bytes[0] = 9;
        assertThatThrownBy(() -> ClockCodec.decode(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesThatEndTooEarlyAreRefused() {
        byte[] bytes = Arrays.copyOf(ClockCodec.encode(CLOCK), 20);
        assertThatThrownBy(() -> ClockCodec.decode(bytes)).isInstanceOf(IllegalArgumentException.class);
    }
}
