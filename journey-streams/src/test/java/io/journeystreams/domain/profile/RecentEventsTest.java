package io.journeystreams.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.ProductKey;
import io.journeystreams.domain.event.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private static final int EVENTS = 40;

    private static final Line MUG = new Line(
            new ProductKey("mug", Optional.empty()),
            Optional.empty(),
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Test
    void takeTheirOrderWhateverTheOrderInWhichTheyCome() {
        // given
        List<JourneyEvent> inOrder = IntStream.range(0, EVENTS)
                .mapToObj(number -> viewed(number, number / 3))
                .sorted(JourneyEvent.ORDER)
                .toList();
        List<JourneyEvent> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(1));

        // when
        RecentEvents events = RecentEvents.of(List.of());
        for (JourneyEvent event : shuffled) {
            events = events.with(event);
        }

        // then
        assertThat(events).isEqualTo(inOrder);
    }

    @Test
    void weighWhatEachOfThemDoesHoweverTheyCameTogether() {
        // given
        JourneyEvent early = viewed(1, 1_000);
        JourneyEvent late = viewed(22_222, 2_000);

        // when
        RecentEvents oneByOne = RecentEvents.of(List.of(late)).with(early);

        // then
        long both = Weight.atMost(early) + Weight.atMost(late);
        assertThat(oneByOne.mostBytes())
                .isEqualTo(both)
                .isEqualTo(RecentEvents.of(List.of(early, late)).mostBytes());
    }

    @Test
    void areThoseThatTheyWereWhenAnotherIsAdded() {
        // given
        RecentEvents before = RecentEvents.of(List.of(viewed(1, 1_000)));

        // when
        RecentEvents after = before.with(viewed(2, 500));

        // then
        assertThat(before.hasSeen(new EventId("e2"))).isFalse();
        assertThat(after.hasSeen(new EventId("e2"))).isTrue();
        assertThat(after.hasSeen(new EventId("e1"))).isTrue();
    }

    @Test
    void knowTheirOwnWhereverTheyStand() {
        RecentEvents events = RecentEvents.of(List.of(viewed(1, 1_000), viewed(3, 3_000)))
                .with(viewed(2, 2_000))
                .with(viewed(4, 4_000));

        assertThat(events).allMatch(event -> events.hasSeen(event.id()));
        assertThat(events.hasSeen(new EventId("e5"))).isFalse();
    }

    @Test
    void areNotTakenForOthersWhoseIdsHaveTheSameHash() {
        JourneyEvent event = EventDraft.of("Aa", "page_viewed", 1_000)
                .at("clickstream.events", 0, 0)
                .event();
        EventId other = new EventId("BB");
        assertThat(other.hashCode()).isEqualTo(event.id().hashCode());

        RecentEvents events = RecentEvents.of(List.of(event));

        assertThat(events.hasSeen(other)).isFalse();
        assertThat(events.hasSeen(new EventId("Aa"))).isTrue();
    }

    @Test
    void areMadeOfTheSameObjectsWhereTheySayTheSame() {
        // given
        Occurrence first = added("e1", "phone").occurrence();
        Occurrence second = added("e2", "phone").occurrence();
        Occurrence third = added("e3", "laptop").occurrence();

        // when
        RecentEvents events = RecentEvents.NONE
                .with(EventTypes.read(first))
                .with(EventTypes.read(second))
                .with(EventTypes.read(third));

        // then
        assertThat(events).extracting(JourneyEvent::occurrence).containsExactly(first, second, third);
        Occurrence shared = events.get(1).occurrence();
        assertThat(shared.deviceId()).isSameAs(first.deviceId());
        assertThat(shared.device()).isSameAs(first.device());
        assertThat(shared.cartId()).isSameAs(first.cartId());
        assertThat(shared.pageUrl()).isSameAs(first.pageUrl());
        assertThat(shared.attributes()).isSameAs(first.attributes());
        assertThat(shared.position().topic()).isSameAs(first.position().topic());
        assertThat(events.get(2).occurrence().device()).isNotSameAs(first.device());
    }

    @Test
    void keepWhatEachOfThemSaysOtherwise() {
        // given
        Occurrence before = added("e1", "phone").occurrence();
        Occurrence other = EventDraft.of("e2", "product_added", 2_000)
                .on("somebody")
                .device(Optional.of("laptop"))
                .through(Optional.of("direct"))
                .campaign(Optional.of("autumn"))
                .cart(Optional.of(new CartId("c2")))
                .checkout(Optional.of(new CheckoutId("t2")))
                .order(Optional.of(new OrderId("o2")))
                .lines(List.of())
                .total(Optional.of(new Money(5, "USD")))
                .page(Optional.empty())
                .attributes(Map.of("size", "S"))
                .at("crm.events", 2, 9)
                .event()
                .occurrence();

        // when
        RecentEvents events = RecentEvents.NONE.with(EventTypes.read(before)).with(EventTypes.read(other));

        // then
        assertThat(events).extracting(JourneyEvent::occurrence).containsExactly(before, other);
    }

    /** No text of it is an object of another one's. */
    private static JourneyEvent added(String id, String device) {
        return EventDraft.of(id, "product_added", 1_000)
                .on(new String("visitor"))
                .device(Optional.of(new String(device)))
                .through(Optional.of(new String("email")))
                .campaign(Optional.of("spring"))
                .cart(Optional.of(new CartId(new String("c1"))))
                .checkout(Optional.of(new CheckoutId("t1")))
                .order(Optional.of(new OrderId("o1")))
                .lines(List.of(MUG))
                .total(Optional.of(new Money(7, "EUR")))
                .page(Optional.of(new String("https://shop.example/mug")))
                .attributes(Map.of("size", new String("L")))
                .at(new String("clickstream.events"), 1, 7)
                .event();
    }

    private static JourneyEvent viewed(int number, long atMs) {
        return EventDraft.of("e" + number, "page_viewed", atMs).event();
    }
}
