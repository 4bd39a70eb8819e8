package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredDisarmCount;
import io.journeystreams.contracts.StoredDisarmReason;
import io.journeystreams.contracts.StoredTally;
import io.journeystreams.contracts.StoredTrial;
import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.abandonment.Trial;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts of rule A1 inside of a profile; {@link TallyCodec} is for those of a partition. */
final class StoredTallies {

    private StoredTallies() {}

    static StoredTally store(Tally tally) {
        return new StoredTally(
                tally.armed(),
                tally.abandoned(),
                disarmed(tally.disarmed()),
                tally.open(),
                tally.cartAnomalies(),
                store(tally.trial()));
    }

    private static List<StoredDisarmCount> disarmed(Map<DisarmReason, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> new StoredDisarmCount(
                                Codes.store(StoredDisarmReason.class, entry.getKey()), entry.getValue()))
                        .toList();
    }

    static Tally read(StoredTally stored) {
        return new Tally(
                stored.getArmed(),
                stored.getAbandoned(),
                disarmed(stored.getDisarmed()),
                stored.getOpen(),
                stored.getCartAnomalies(),
                read(stored.getTrial()));
    }

    /** Null if all is 0. */
    static @Nullable StoredTrial store(Trial trial) {
        return trial.equals(Trial.NONE)
                ? null
                : new StoredTrial(
                        trial.reminded(), trial.remindedRecovered(), trial.withheld(), trial.withheldRecovered());
    }

    static Trial read(@Nullable StoredTrial stored) {
        return stored == null
                ? Trial.NONE
                : new Trial(
                        stored.getReminded(),
                        stored.getRemindedRecovered(),
                        stored.getWithheld(),
                        stored.getWithheldRecovered());
    }

    private static Map<DisarmReason, Long> disarmed(List<StoredDisarmCount> stored) {
        Map<DisarmReason, Long> counts = new EnumMap<>(DisarmReason.class);
        stored.forEach(entry -> counts.put(Codes.read(DisarmReason.class, entry.getReason()), entry.getCount()));
        return counts;
    }
}
