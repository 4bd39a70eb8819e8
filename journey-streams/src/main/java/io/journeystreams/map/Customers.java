package io.journeystreams.map;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How many customers there were, without keeping who: few are counted by the hashes that tell them apart, many by an UltraLogLog of a
 * kilobyte, true to 2.4 %. A customer cannot be taken out again.
 */
public final class Customers {

    /** So many are counted one by one: their hashes take as much room as a sketch would. */
    static final int FEW = 64;

    /** 2 to this many registers of a byte. */
    private static final int PRECISION = 10;

    private @Nullable TreeSet<Integer> few = new TreeSet<>();
    private @Nullable UltraLogLog many;

    void add(String profile) {
        addToken(UltraLogLog.computeToken(Hashing.xxh3_64().hashCharsToLong(profile)));
    }

    void addToken(int token) {
        if (few == null) {
            sketch().addToken(token);
            return;
        }
        few.add(token);
        if (few.size() > FEW) {
            sketch();
        }
    }

    void add(Customers other) {
        if (other.few != null) {
            other.few.forEach(this::addToken);
        } else if (other.many != null) {
            sketch().add(other.many);
        }
    }

    /** Of the sketch, its registers. */
    void addSketch(byte[] state) {
        sketch().add(UltraLogLog.wrap(state));
    }

    /** Hashes of few, in order; null if there are many. */
    @Nullable
    Set<Integer> few() {
        return few;
    }

    byte[] sketchState() {
        return sketch().getState();
    }

    public long count() {
        return few != null ? few.size() : Math.round(sketch().getDistinctCountEstimate());
    }

    private UltraLogLog sketch() {
        if (many == null) {
            many = UltraLogLog.create(PRECISION);
        }
        if (few != null) {
            few.forEach(many::addToken);
            few = null;
        }
        return many;
    }
}
