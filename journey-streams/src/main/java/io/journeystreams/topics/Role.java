package io.journeystreams.topics;

import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/** What the processor does with a topic. */
public enum Role {
    INPUT,
    JOURNAL,
    OUTPUT;

    /** Rights that the processor needs on it. */
    Set<AclOperation> rights() {
        return switch (this) {
            case INPUT -> Set.of(AclOperation.READ);
            case JOURNAL -> Set.of(AclOperation.READ, AclOperation.WRITE);
            case OUTPUT -> Set.of(AclOperation.WRITE);
        };
    }
}
