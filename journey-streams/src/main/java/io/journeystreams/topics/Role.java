package io.journeystreams.topics;

import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/** What the processor does with a topic. */
public enum Role {
    INPUT,
    JOURNAL,
    OUTPUT,
    CHANGELOG;

    /**
     * Rights that the processor needs on it. Those to read and write include the right to describe; that to describe settings
     * is there for {@code topics check}, because what cannot be seen cannot be held against what is needed.
     */
    Set<AclOperation> rights() {
        return switch (this) {
            case INPUT -> Set.of(AclOperation.READ, AclOperation.DESCRIBE_CONFIGS);
            case JOURNAL -> Set.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS);
            case OUTPUT -> Set.of(AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS);
            case CHANGELOG ->
                Set.of(AclOperation.CREATE, AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS);
        };
    }
}
