package io.journeystreams.scenario;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ChurnRiskEvent;
import io.journeystreams.contracts.ChurnSettlementEvent;
import io.journeystreams.contracts.FrictionEvent;
import io.journeystreams.contracts.MomentEvent;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.StageTransitionEvent;
import io.journeystreams.registry.AvroDeserializer;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.WriterSchemas;
import io.journeystreams.topology.Topics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Reads answers from the output topics, as any consumer would; what was published about bystanders is left out. */
final class PublishedAnswers {

    private final WriterSchemas schemas;

    PublishedAnswers(RegistryConnection registry) {
        this.schemas = new WriterSchemas(registry);
    }

    /** @param topics gives the values of a topic */
    Answers read(Function<String, List<byte[]>> topics) {
        return new Answers(
                read(AbandonmentEvent.class, Topics.ABANDONMENT, topics, AbandonmentEvent::getProfile),
                read(AbandonmentEvent.class, Topics.ABANDONMENT_ACTIONS, topics, AbandonmentEvent::getProfile),
                read(SessionEvent.class, Topics.SESSIONS, topics, SessionEvent::getProfile),
                read(ProfileEvent.class, Topics.PROFILES, topics, ProfileEvent::getProfile),
                read(StageTransitionEvent.class, Topics.STAGE_TRANSITIONS, topics, StageTransitionEvent::getProfile),
                read(MomentEvent.class, Topics.MOMENTS, topics, MomentEvent::getProfile),
                read(FrictionEvent.class, Topics.FRICTION, topics, FrictionEvent::getProfile),
                read(ChurnRiskEvent.class, Topics.CHURN_RISK, topics, ChurnRiskEvent::getProfile),
                read(ChurnSettlementEvent.class, Topics.CHURN_SETTLEMENTS, topics, ChurnSettlementEvent::getProfile),
                Map.of());
    }

    private <T extends SpecificRecord> List<T> read(
            Class<T> type, String topic, Function<String, List<byte[]>> topics, Function<T, String> profile) {
        AvroDeserializer<T> deserializer = new AvroDeserializer<>(type, schemas);
        return topics.apply(topic).stream()
                .filter(Objects::nonNull)
                .map(value -> Objects.requireNonNull(deserializer.deserialize(topic, value)))
                .filter(record -> !Bystanders.isOne(profile.apply(record)))
                .toList();
    }
}
