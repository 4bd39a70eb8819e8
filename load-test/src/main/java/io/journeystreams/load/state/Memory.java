package io.journeystreams.load.state;

import io.journeystreams.load.measure.HeapLevel;
import io.journeystreams.load.measure.ProcessMemory;
import java.nio.file.Path;

/**
 * Memory of a process.
 *
 * @param residentMb what it has of the machine's, the most that it ever had; MiB
 * @param heapMb what the last collection left of the heap, garbage in old regions included; MiB
 */
record Memory(long residentMb, long heapMb) {

    /** @param garbageLog as {@link io.journeystreams.load.measure.Garbage#loggedTo} */
    static Memory of(long pid, Path garbageLog) {
        return new Memory(ProcessMemory.mostMb(pid), HeapLevel.last(garbageLog));
    }
}
