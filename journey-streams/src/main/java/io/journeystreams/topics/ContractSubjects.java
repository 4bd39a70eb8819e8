package io.journeystreams.topics;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ChurnRiskEvent;
import io.journeystreams.contracts.ChurnSettlementEvent;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.FrictionEvent;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.JourneyMapEvent;
import io.journeystreams.contracts.MomentEvent;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.StageTransitionEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The contracts of the topics' values under the subjects where the registry keeps them: {@code <topic>-value}. */
public final class ContractSubjects {

    private static final Map<String, Schema> CONTRACTS = Map.ofEntries(
            Map.entry("ClickstreamEvent", ClickstreamEvent.getClassSchema()),
            Map.entry("CrmEvent", CrmEvent.getClassSchema()),
            Map.entry("JournalEntry", JournalEntry.getClassSchema()),
            Map.entry("SessionEvent", SessionEvent.getClassSchema()),
            Map.entry("AbandonmentEvent", AbandonmentEvent.getClassSchema()),
            Map.entry("StageTransitionEvent", StageTransitionEvent.getClassSchema()),
            Map.entry("MomentEvent", MomentEvent.getClassSchema()),
            Map.entry("FrictionEvent", FrictionEvent.getClassSchema()),
            Map.entry("ChurnRiskEvent", ChurnRiskEvent.getClassSchema()),
            Map.entry("ChurnSettlementEvent", ChurnSettlementEvent.getClassSchema()),
            Map.entry("JourneyMapEvent", JourneyMapEvent.getClassSchema()),
            Map.entry("ProfileEvent", ProfileEvent.getClassSchema()));

    private ContractSubjects() {}

    /** Topics whose values have no contract are left out. */
    public static Map<String, Schema> of(List<WantedTopic> topics) {
        Map<String, Schema> subjects = new TreeMap<>();
        for (WantedTopic topic : topics) {
            @Nullable Schema contract = CONTRACTS.get(topic.value());
            if (contract != null) {
                subjects.put(topic.name() + "-value", contract);
            }
        }
        return subjects;
    }
}
