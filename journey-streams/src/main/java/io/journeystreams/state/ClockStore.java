package io.journeystreams.state;

import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.churn.Calibration;
import io.journeystreams.domain.time.JournalClock;
import io.journeystreams.state.codec.CalibrationCodec;
import io.journeystreams.state.codec.ClockCodec;
import io.journeystreams.state.codec.TallyCodec;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** What belongs to a journal partition as a whole: its clock, and the running counts of rules A1 and C5. */
public final class ClockStore {

    private static final Bytes CLOCK = keyOf("clock");
    private static final Bytes TALLY = keyOf("tally");
    private static final Bytes CALIBRATION = keyOf("calibration");

    private final KeyValueStore<Bytes, byte[]> store;

    public ClockStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    public JournalClock clock() {
        return read(store.get(CLOCK));
    }

    /** Under which the clock is stored, for others that read it. */
    public static Bytes clockKey() {
        return CLOCK;
    }

    /** @param bytes as stored; none if the journal has not been read */
    public static JournalClock read(byte @Nullable [] bytes) {
        return bytes == null ? JournalClock.STOPPED : ClockCodec.decode(bytes);
    }

    public void put(JournalClock clock) {
        store.put(CLOCK, ClockCodec.encode(clock));
    }

    public Tally tally() {
        return readTally(store);
    }

    /** @param store of a partition, of another thread too */
    public static Tally readTally(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        byte[] bytes = store.get(TALLY);
        return bytes == null ? Tally.ZERO : TallyCodec.decode(bytes);
    }

    public void put(Tally tally) {
        store.put(TALLY, TallyCodec.encode(tally));
    }

    public Calibration calibration() {
        return readCalibration(store);
    }

    /** @param store of a partition, of another thread too */
    public static Calibration readCalibration(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        byte[] bytes = store.get(CALIBRATION);
        return bytes == null ? Calibration.NONE : CalibrationCodec.decode(bytes);
    }

    public void put(Calibration calibration) {
        store.put(CALIBRATION, CalibrationCodec.encode(calibration));
    }

    private static Bytes keyOf(String name) {
        return Bytes.wrap(name.getBytes(StandardCharsets.UTF_8));
    }
}
