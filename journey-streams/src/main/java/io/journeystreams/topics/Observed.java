package io.journeystreams.topics;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/** What the broker says about one topic. */
sealed interface Observed {

    /** What this user may do with the topic, as far as that can be seen. */
    Set<AclOperation> rights();

    /** @param config settings in force, the broker's own defaults included; none if this user may not see them */
    record Present(int partitions, Map<String, String> config, Set<AclOperation> rights) implements Observed {

        public Present {
            config = Map.copyOf(config);
            rights = Set.copyOf(rights);
        }
    }

    /** To read or write what does not exist may be allowed or not: that cannot be seen, and is held for allowed. */
    record Absent(Set<AclOperation> rights) implements Observed {

        public Absent {
            rights = Set.copyOf(rights);
        }
    }

    /** This user may neither read nor write it, and does not learn whether it exists. */
    record Forbidden(Set<AclOperation> rights) implements Observed {

        public Forbidden {
            rights = Set.copyOf(rights);
        }
    }
}
