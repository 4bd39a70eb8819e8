package io.journeystreams.load.state;

import io.journeystreams.load.measure.HeapLevel;
import io.journeystreams.load.measure.ProcessMemory;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory of a process.
 *
 * @param residentMb what it has of the machine's, the most that it ever had; MiB
 * @param heapMb the least that a collection left of the heap in the last minute that had one; MiB
 */
record Memory(long residentMb, long heapMb) {

    /** @param garbageLog as {@link io.journeystreams.load.measure.Garbage#loggedTo} */
    static Memory of(long pid, Path garbageLog) {
        List<Long> left = HeapLevel.byMinute(garbageLog);
        return new Memory(ProcessMemory.mostMb(pid), left.isEmpty() ? 0 : left.get(left.size() - 1));
    }
}
