package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.identity.Link;
import io.journeystreams.domain.time.ClockReading;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Devices know their customers by name; of an erased one they know nothing any more, whoever was seen on them first (rule I8). */
@Timeout(10)
class SharedDeviceErasureTest {

    private static final ProfileKey ANNA = ProfileKey.ofCustomer("anna");
    private static final ProfileKey BERT = ProfileKey.ofCustomer("bert");
    private static final ProfileKey TABLET = ProfileKey.ofDevice("tablet");

    static Stream<List<ProfileKey>> orders() {
        return Stream.of(List.of(ANNA, BERT), List.of(BERT, ANNA));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void sharedDeviceForgetsTheNameOfAnErasedCustomer(List<ProfileKey> seen) {
        // given
        Household household = new Household(EnginePolicy.defaults(), new Random(1));
        for (int i = 0; i < seen.size(); i++) {
            household.append(new Relay(TABLET, new Entry.CustomerSeen(seen.get(i), new EventId("e" + i), i)));
        }
        household.readAll(ClockReading.undefined(), 0);

        // when
        household.append(ANNA, erasure());
        household.readAll(ClockReading.undefined(), 10);

        // then
        assertThat(household.stateOf(TABLET).identity().links())
                .extracting(Link::customer)
                .containsExactly(BERT);
    }

    private static JourneyEvent erasure() {
        return EventDraft.of("e9", "customer_erased", 10)
                .from(Occurrence.Source.CRM)
                .device(Optional.empty())
                .event();
    }
}
