package io.journeystreams.sink;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ChurnRiskEvent;
import io.journeystreams.contracts.ChurnSettlementEvent;
import io.journeystreams.contracts.FrictionEvent;
import io.journeystreams.contracts.MomentEvent;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.StageTransitionEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** A topic that can be written into a table, and by which fields its rows are told apart. */
public enum SunkTopic {
    SESSIONS("sessions", SessionEvent.class, "sessionId"),
    STAGE_TRANSITIONS("stage-transitions", StageTransitionEvent.class, "transitionId"),
    ABANDONMENT("abandonment", AbandonmentEvent.class, "alertId"),
    ABANDONMENT_ACTIONS("abandonment-actions", AbandonmentEvent.class, "alertId"),
    MOMENTS("moments", MomentEvent.class, "momentId"),
    FRICTION("friction", FrictionEvent.class, "frictionId"),
    CHURN_RISK("churn-risk", ChurnRiskEvent.class, "alertId"),
    CHURN_SETTLEMENTS("churn-settlements", ChurnSettlementEvent.class, "settlementId"),
    PROFILES("profiles", ProfileEvent.class, "profile");

    private final String shortName;
    private final Class<? extends SpecificRecord> contract;
    private final String idField;

    SunkTopic(String shortName, Class<? extends SpecificRecord> contract, String idField) {
        this.shortName = shortName;
        this.contract = contract;
        this.idField = idField;
    }

    /** By the topic's full name. */
    public static Optional<SunkTopic> of(String topicName) {
        return Stream.of(values())
                .filter(topic -> topic.topicName().equals(topicName))
                .findFirst();
    }

    public String topicName() {
        return "journey." + shortName;
    }

    public String tableName() {
        return "journey." + shortName.replace('-', '_');
    }

    public Class<? extends SpecificRecord> contract() {
        return contract;
    }

    /** Fields of the contract that together are a row's key. */
    public List<String> keyFields() {
        return isCompacted() ? List.of(idField) : List.of(idField, "revision");
    }

    /** A record without a value deletes the row of its key; in the other topics there is no such record. */
    public boolean isCompacted() {
        return this == PROFILES;
    }
}
