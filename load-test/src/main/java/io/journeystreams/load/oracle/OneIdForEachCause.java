package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** T7: no two alerts of one kind have the same arming event, whoever published them. */
final class OneIdForEachCause implements Invariant {

    @Override
    public List<Difference> broken(List<Fact> facts, Published published) {
        Map<String, String> ids = new HashMap<>();
        List<Difference> broken = new ArrayList<>();
        for (AbandonmentEvent event : published.abandonment()) {
            if (event.getState() != AbandonmentState.ABANDONED || event.getRevision() != 1) {
                continue;
            }
            String cause = event.getKind() + " " + event.getEvidence().get(0).getEventId();
            String known = ids.putIfAbsent(cause, event.getAlertId());
            if (known != null && !known.equals(event.getAlertId())) {
                broken.add(difference(event.getProfile(), cause + ": " + known + ", " + event.getAlertId()));
            }
        }
        return broken;
    }
}
