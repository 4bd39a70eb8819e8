package io.journeystreams.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;

class NeedsTest {

    @Test
    void canaryNeedsTwoRightsMoreAndNoOthers() {
        Needs without = Needs.of("journey", List.of("profiles"));
        List<Right> further = new ArrayList<>(without.withCanary().rights());
        further.removeAll(without.rights());
        assertThat(further)
                .containsExactlyInAnyOrder(
                        Right.onTopic("clickstream.events", AclOperation.WRITE),
                        Right.onTopic("journey.profiles", AclOperation.READ));
    }
}
