package io.journeystreams.reset;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * What exactly a reset does.
 *
 * @param members of the group that still run or may come back; there must be none
 * @param moves where the group goes on, partition by partition, those that change
 * @param changelogs that are there and are deleted
 * @param journalEnds records of the journal before these are deleted
 * @param harm what would be lost by it, in words
 */
public record ResetPlan(
        List<String> members,
        List<Move> moves,
        List<String> changelogs,
        Map<TopicPartition, Long> journalEnds,
        List<String> harm) {

    public ResetPlan {
        members = List.copyOf(members);
        moves = List.copyOf(moves);
        changelogs = List.copyOf(changelogs);
        journalEnds = Map.copyOf(journalEnds);
        harm = List.copyOf(harm);
    }

    /** @param from the offset that is committed; empty if none is */
    public record Move(TopicPartition partition, OptionalLong from, long to) {

        /**
         * Records that are there would not be read.
         *
         * @param beginning offset of the partition's first record; a group without an offset would begin there
         */
        boolean skips(long beginning) {
            return to > Math.max(from.orElse(beginning), beginning);
        }
    }
}
