package io.journeystreams.topics;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/** What the broker says about one topic. */
sealed interface Observed {

    /**
     * @param config settings in force, the broker's own defaults included
     * @param rights what this user may do with the topic
     */
    record Present(int partitions, Map<String, String> config, Set<AclOperation> rights) implements Observed {

        public Present {
            config = Map.copyOf(config);
            rights = Set.copyOf(rights);
        }
    }

    record Absent() implements Observed {}

    /** The broker does not answer this user. */
    record Forbidden(AclOperation missing) implements Observed {}
}
