package io.journeystreams.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.profile.RecentEvents;
import io.journeystreams.state.StoredProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That bytes are those of a profile that was never encoded before is compared at every step of {@link ProfileCodecRandomTest}. */
class EncodedEventsTest {

    private static final RecentEvents EVENTS = GoldenState.VERSION_1.profile().recent();

    private final ProfileCodec codec = new ProfileCodec();

    @Test
    void aLaterEventGoesOnFromThoseThatAreEncoded() {
        EncodedEvents known = codec.eventsOf(with(EVENTS.subList(0, 1)), null);

        assertThat(codec.eventsOf(with(EVENTS), known)).isSameAs(known);
    }

    @Test
    void anotherHistoryIsEncodedAnew() {
        List<JourneyEvent> withoutFirst = EVENTS.subList(1, EVENTS.size());
        EncodedEvents known = codec.eventsOf(with(EVENTS), null);

        assertThat(codec.eventsOf(with(withoutFirst), known)).isNotSameAs(known);
        assertThat(codec.eventsOf(with(EVENTS.subList(0, 1)), known)).isNotSameAs(known);
    }

    @Test
    void oneThatSaysTheSameIsNotTheSame() {
        EncodedEvents known = codec.eventsOf(with(EVENTS), null);
        List<JourneyEvent> copies = EVENTS.stream()
                .map(event -> EventTypes.read(event.occurrence().asLate()))
                .toList();

        StoredProfile late = with(copies);
        EncodedEvents anew = codec.eventsOf(late, known);

        assertThat(anew).isNotSameAs(known);
        assertThat(codec.encode(late, anew)).isEqualTo(codec.encode(late));
    }

    @Test
    void whatAFailureLeftHalfDoneIsNotUsedAgain() {
        // given
        EncodedEvents known = codec.eventsOf(with(EVENTS.subList(0, 1)), null);
        List<JourneyEvent> broken = new ArrayList<>(EVENTS.subList(0, 1));
        broken.add(EventTypes.read(nowhere(EVENTS.get(1).occurrence())));

        // when
        assertThatThrownBy(() -> codec.eventsOf(with(broken), known)).isInstanceOf(RuntimeException.class);

        // then
        assertThat(codec.eventsOf(with(EVENTS), known)).isNotSameAs(known);
    }

    @SuppressWarnings("NullAway") // what the rules never make
    private static Occurrence nowhere(Occurrence known) {
        return new Occurrence(
                known.id(),
                known.type(),
                known.atMs(),
                known.source(),
                known.deviceId(),
                known.device(),
                known.channel(),
                known.campaign(),
                known.cartId(),
                known.checkoutId(),
                known.orderId(),
                known.lines(),
                known.total(),
                known.pageUrl(),
                known.attributes(),
                known.namesCustomer(),
                known.late(),
                known.test(),
                null);
    }

    private static StoredProfile with(List<JourneyEvent> recent) {
        ProfileState state = GoldenState.VERSION_1.profile();
        return new StoredProfile(
                new ProfileState(
                        ProfileKey.ofCustomer("anna"),
                        state.identity(),
                        state.settled(),
                        state.settledUntilMs(),
                        recent,
                        state.sessions(),
                        state.alerts(),
                        state.facts(),
                        state.tally(),
                        state.nextDueAtMs()),
                ProfileState.NEVER);
    }
}
