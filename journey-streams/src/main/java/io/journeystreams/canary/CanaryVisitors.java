package io.journeystreams.canary;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.topology.JournalPartitioner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One made-up visitor for each partition of the journal, so that every task of the processor is beaten. They are always the same. */
final class CanaryVisitors {

    private static final String PREFIX = "journey-canary-";

    private final List<String> anonymousIds;
    private final Map<String, Integer> partitions = new HashMap<>();

    private CanaryVisitors(List<String> anonymousIds) {
        this.anonymousIds = anonymousIds;
        for (int partition = 0; partition < anonymousIds.size(); partition++) {
            partitions.put(profileOf(anonymousIds.get(partition)), partition);
        }
    }

    /** @param instance name of the instance that beats; each has visitors of its own */
    static CanaryVisitors of(String instance, int journalPartitions) {
        List<String> found = new ArrayList<>();
        for (int partition = 0; partition < journalPartitions; partition++) {
            found.add(inPartition(instance, partition, journalPartitions));
        }
        return new CanaryVisitors(found);
    }

    int count() {
        return anonymousIds.size();
    }

    /** The visitor whose profile is in that partition of the journal. */
    String anonymousId(int journalPartition) {
        return anonymousIds.get(journalPartition);
    }

    /** The partition of the visitor who has that profile, if any has. */
    Optional<Integer> partitionOf(String profile) {
        return Optional.ofNullable(partitions.get(profile));
    }

    private static String inPartition(String instance, int partition, int journalPartitions) {
        for (int number = 0; ; number++) {
            String anonymousId = PREFIX + instance + "-" + number;
            if (JournalPartitioner.partitionOf(profileOf(anonymousId), journalPartitions) == partition) {
                return anonymousId;
            }
        }
    }

    private static String profileOf(String anonymousId) {
        return ProfileKey.ofDevice(anonymousId).value();
    }
}
