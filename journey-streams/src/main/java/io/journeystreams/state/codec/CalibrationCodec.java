package io.journeystreams.state.codec;

import io.journeystreams.domain.churn.Calibration;
import io.journeystreams.domain.churn.Calibration.Series;
import io.journeystreams.domain.churn.Reliability;
import io.journeystreams.domain.churn.Reliability.Bin;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Bytes of the counts of rule C5. Version 1:
 *
 * <pre>
 *   byte version
 *   int  n, then n times, ordered by series:
 *     modified UTF-8 series, double squaredError, double recentBias
 *     ten times: long settled, long left, double predicted
 * </pre>
 */
public final class CalibrationCodec {

    private static final byte VERSION = 1;

    private CalibrationCodec() {}

    public static byte[] encode(Calibration calibration) {
        return StoredBytes.write(VERSION, out -> write(calibration, out));
    }

    /** @throws IllegalArgumentException if the bytes are not of a known version, end too early, or name an unknown series */
    public static Calibration decode(byte[] bytes) {
        return StoredBytes.read(VERSION, bytes, CalibrationCodec::read);
    }

    private static void write(Calibration calibration, DataOutputStream out) throws IOException {
        out.writeInt(calibration.series().size());
        for (Map.Entry<Series, Reliability> entry : calibration.series().entrySet()) {
            out.writeUTF(entry.getKey().name());
            out.writeDouble(entry.getValue().squaredError());
            out.writeDouble(entry.getValue().recentBias());
            for (Bin bin : entry.getValue().bins()) {
                out.writeLong(bin.settled());
                out.writeLong(bin.left());
                out.writeDouble(bin.predicted());
            }
        }
    }

    private static Calibration read(DataInputStream in) throws IOException {
        int count = in.readInt();
        Map<Series, Reliability> series = new EnumMap<>(Series.class);
        for (int i = 0; i < count; i++) {
            Series one = Series.valueOf(in.readUTF());
            double squaredError = in.readDouble();
            double recentBias = in.readDouble();
            series.put(one, new Reliability(bins(in), squaredError, recentBias));
        }
        return new Calibration(series);
    }

    private static List<Bin> bins(DataInputStream in) throws IOException {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < Reliability.BINS; i++) {
            bins.add(new Bin(in.readLong(), in.readLong(), in.readDouble()));
        }
        return bins;
    }
}
