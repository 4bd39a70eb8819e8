package io.journeystreams.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.domain.churn.Calibration;
import io.journeystreams.domain.churn.Calibration.Series;
import io.journeystreams.domain.churn.Reliability;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationCodecTest {

    private static final Calibration SOME = new Calibration(Map.of(
            Series.FIRING, Reliability.NONE.with(0.31, true).with(0.87, false),
            Series.CONTRACTUAL, Reliability.NONE.with(0.5, true)));

    /** Reading these bytes is what an upgrade relies on. */
    private static final String FIRST_BYTES = "0100000002000646";

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(CalibrationCodec.decode(CalibrationCodec.encode(SOME))).isEqualTo(SOME);
        assertThat(CalibrationCodec.decode(CalibrationCodec.encode(Calibration.NONE)))
                .isEqualTo(Calibration.NONE);
    }

    @Test
    void formIsTheOneThatIsDocumented() {
        byte[] bytes = CalibrationCodec.encode(SOME);
        assertThat(HexFormat.of().formatHex(bytes)).startsWith(FIRST_BYTES);
        assertThat(bytes).hasSize(1 + 4 + (2 + 6 + 16 + 240) + (2 + 11 + 16 + 240));
    }

    @Test
    void bytesOfAnotherVersionAreRefused() {
        byte[] bytes = CalibrationCodec.encode(SOME);
        bytes[0] = 9;
        assertThatThrownBy(() -> CalibrationCodec.decode(bytes)).isInstanceOf(IllegalArgumentException.class);
    }
}
