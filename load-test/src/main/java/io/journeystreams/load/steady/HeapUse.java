package io.journeystreams.load.steady;

import io.journeystreams.load.measure.Garbage;
import io.journeystreams.load.measure.HeapLevel;
import java.nio.file.Path;
import java.util.List;

/**
 * What the garbage collector of an instance did, from one start of it to its end.
 *
 * @param heapByMinute the least that was left in each minute, mebibytes
 */
record HeapUse(String instance, Garbage garbage, List<Long> heapByMinute) {

    HeapUse {
        heapByMinute = List.copyOf(heapByMinute);
    }

    static HeapUse in(String instance, Path log) {
        return new HeapUse(instance, Garbage.in(log), HeapLevel.byMinute(log));
    }
}
