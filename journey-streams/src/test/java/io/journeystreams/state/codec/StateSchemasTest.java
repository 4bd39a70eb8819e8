package io.journeystreams.state.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.ProfileState;
import io.journeystreams.contracts.StoredAlertState;
import io.journeystreams.contracts.StoredChannel;
import io.journeystreams.contracts.StoredConsentStatus;
import io.journeystreams.contracts.StoredContactChannel;
import io.journeystreams.contracts.StoredDirection;
import io.journeystreams.contracts.StoredDisarmReason;
import io.journeystreams.contracts.StoredFrictionKind;
import io.journeystreams.contracts.StoredKind;
import io.journeystreams.contracts.StoredLayer;
import io.journeystreams.contracts.StoredMomentKind;
import io.journeystreams.contracts.StoredOrderStanding;
import io.journeystreams.contracts.StoredPaymentMethod;
import io.journeystreams.contracts.StoredPersonChannel;
import io.journeystreams.contracts.StoredReason;
import io.journeystreams.contracts.StoredSessionEnd;
import io.journeystreams.contracts.StoredSource;
import io.journeystreams.contracts.StoredTouchChannel;
import io.journeystreams.contracts.StoredTrialGroup;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.PaymentMethod;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.abandonment.Trial;
import io.journeystreams.domain.cart.Purchases;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.person.Consent;
import io.journeystreams.domain.service.ContactChannel;
import io.journeystreams.domain.service.Friction;
import io.journeystreams.domain.session.Session;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Direction;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.TouchChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StateSchemasTest {

    private static final Map<Class<? extends Enum<?>>, Class<? extends Enum<?>>> CODES = Map.ofEntries(
            Map.entry(Occurrence.Source.class, StoredSource.class),
            Map.entry(Kind.class, StoredKind.class),
            Map.entry(DisarmReason.class, StoredDisarmReason.class),
            Map.entry(Reason.class, StoredReason.class),
            Map.entry(AlertOutput.State.class, StoredAlertState.class),
            Map.entry(PaymentMethod.class, StoredPaymentMethod.class),
            Map.entry(Trial.Group.class, StoredTrialGroup.class),
            Map.entry(Purchases.Standing.class, StoredOrderStanding.class),
            Map.entry(io.journeystreams.domain.person.Channel.class, StoredPersonChannel.class),
            Map.entry(Consent.Status.class, StoredConsentStatus.class),
            Map.entry(Session.End.class, StoredSessionEnd.class),
            Map.entry(Layer.class, StoredLayer.class),
            Map.entry(Direction.class, StoredDirection.class),
            Map.entry(Channel.class, StoredChannel.class),
            Map.entry(Moment.Kind.class, StoredMomentKind.class),
            Map.entry(Friction.Kind.class, StoredFrictionKind.class),
            Map.entry(ContactChannel.class, StoredContactChannel.class),
            Map.entry(TouchChannel.class, StoredTouchChannel.class));

    /** Text, not meaning: docs may be corrected, but then in the frozen copy too. */
    @Test
    void theNewestFrozenSchemaIsTheOneThatIsWritten() {
        assertThat(StateSchemas.of(StateSchemas.NEWEST).toString())
                .as("a changed schema is a new version: freeze it as profile-state-v<next>.avsc")
                .isEqualTo(current());
    }

    @Test
    void everyVersionCanBeReadAsTheCurrentOne() {
        for (int version = 1; version <= StateSchemas.NEWEST; version++) {
            SchemaCompatibilityType type = SchemaCompatibility.checkReaderWriterCompatibility(
                            ProfileState.getClassSchema(), StateSchemas.of(version))
                    .getType();
            assertThat(type).as("version %s", version).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        }
    }

    @Test
    void everyCodeOfTheRulesHasAStoredOne() {
        CODES.forEach((code, stored) -> assertThat(namesOf(stored))
                .as(stored.getSimpleName())
                .containsAll(namesOf(code))
                .contains("UNKNOWN"));
    }

    /** Without what the code generator adds. */
    private static String current() {
        return ProfileState.getClassSchema()
                .toString()
                .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"");
    }

    private static List<String> namesOf(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }
}
