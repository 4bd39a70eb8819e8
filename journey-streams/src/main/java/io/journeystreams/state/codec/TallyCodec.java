package io.journeystreams.state.codec;

import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.abandonment.Trial;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bytes of the counts of rule A1. Version 1:
 *
 * <pre>
 *   byte version
 *   long armed, long abandoned, long open, long cartAnomalies
 *   long reminded, long remindedRecovered, long withheld, long withheldRecovered
 *   int  n, then n times: modified UTF-8 reason, long count    ordered by reason
 * </pre>
 */
public final class TallyCodec {

    private static final byte VERSION = 1;

    private TallyCodec() {}

    public static byte[] encode(Tally tally) {
        return StoredBytes.write(VERSION, out -> write(tally, out));
    }

    /** @throws IllegalArgumentException if the bytes are not of a known version, end too early, or name an unknown reason */
    public static Tally decode(byte[] bytes) {
        return StoredBytes.read(VERSION, bytes, TallyCodec::read);
    }

    private static void write(Tally tally, DataOutputStream out) throws IOException {
        out.writeLong(tally.armed());
        out.writeLong(tally.abandoned());
        out.writeLong(tally.open());
        out.writeLong(tally.cartAnomalies());
        out.writeLong(tally.trial().reminded());
        out.writeLong(tally.trial().remindedRecovered());
        out.writeLong(tally.trial().withheld());
        out.writeLong(tally.trial().withheldRecovered());
        out.writeInt(tally.disarmed().size());
        for (Map.Entry<DisarmReason, Long> entry : new TreeMap<>(tally.disarmed()).entrySet()) {
            out.writeUTF(entry.getKey().name());
            out.writeLong(entry.getValue());
        }
    }

    private static Tally read(DataInputStream in) throws IOException {
        long armed = in.readLong();
        long abandoned = in.readLong();
        long open = in.readLong();
        long cartAnomalies = in.readLong();
        Trial trial = new Trial(in.readLong(), in.readLong(), in.readLong(), in.readLong());
        int count = in.readInt();
        Map<DisarmReason, Long> disarmed = new EnumMap<>(DisarmReason.class);
        for (int i = 0; i < count; i++) {
            disarmed.put(DisarmReason.valueOf(in.readUTF()), in.readLong());
        }
        return new Tally(armed, abandoned, disarmed, open, cartAnomalies, trial);
    }
}
