package io.journeystreams.state.codec;

import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.domain.time.JournalClock;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Bytes of a journal clock. Version 1:
 *
 * <pre>
 *   byte version
 *   int  sources
 *   int  n, then n times: modified UTF-8 source, long time, boolean behind     ordered by source
 *   long time
 *   int  n, then n times: long time, long intakeAt, boolean caughtUp           oldest first
 * </pre>
 */
public final class ClockCodec {

    private static final byte VERSION = 1;

    private ClockCodec() {}

    public static byte[] encode(JournalClock clock) {
        return StoredBytes.write(VERSION, out -> write(clock, out));
    }

    /** @throws IllegalArgumentException if the bytes are not of a known version, or end too early */
    public static JournalClock decode(byte[] bytes) {
        return StoredBytes.read(VERSION, bytes, ClockCodec::read);
    }

    private static void write(JournalClock clock, DataOutputStream out) throws IOException {
        out.writeInt(clock.sources());
        out.writeInt(clock.heard().size());
        for (Map.Entry<String, Long> heard : new TreeMap<>(clock.heard()).entrySet()) {
            out.writeUTF(heard.getKey());
            out.writeLong(heard.getValue());
            out.writeBoolean(clock.behind().contains(heard.getKey()));
        }
        out.writeLong(clock.timeMs());
        out.writeInt(clock.steps().size());
        for (ClockReading.Step step : clock.steps()) {
            out.writeLong(step.timeMs());
            out.writeLong(step.intakeAtMs());
            out.writeBoolean(step.caughtUp());
        }
    }

    private static JournalClock read(DataInputStream in) throws IOException {
        int sources = in.readInt();
        int known = in.readInt();
        Map<String, Long> heard = new HashMap<>();
        Set<String> behind = new HashSet<>();
        for (int i = 0; i < known; i++) {
            String source = in.readUTF();
            heard.put(source, in.readLong());
            if (in.readBoolean()) {
                behind.add(source);
            }
        }
        long timeMs = in.readLong();
        int count = in.readInt();
        List<ClockReading.Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(new ClockReading.Step(in.readLong(), in.readLong(), in.readBoolean()));
        }
        return new JournalClock(sources, heard, behind, timeMs, steps);
    }
}
