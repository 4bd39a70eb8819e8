package io.journeystreams.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightTest {

    private static final String TEXT = "twelve chars";
    private static final int LENGTH = 12;

    /** An event with a text that it had not, where the text stands. */
    static Stream<EventDraft> oneTextMore() {
        return Stream.of(
                plain().through(Optional.of(TEXT)),
                plain().campaign(Optional.of(TEXT)),
                plain().cart(Optional.of(new CartId(TEXT))),
                plain().checkout(Optional.of(new CheckoutId(TEXT))),
                plain().order(Optional.of(new OrderId(TEXT))),
                plain().page(Optional.of(TEXT)));
    }

    @ParameterizedTest
    @MethodSource("oneTextMore")
    void everyTextOfAnEventWeighsWhereverItStands(EventDraft draft) {
        // then
        assertThat(weightOf(draft.event()) - weightOf(plain().event())).isEqualTo(2 + LENGTH);
        assertThat(Weight.atMost(draft.event()) - Weight.atMost(plain().event()))
                .isEqualTo(2 + 3 * LENGTH);
    }

    @Test
    void anAttributeWeighsWhatItsNameAndItsValueDo() {
        // given
        JourneyEvent event = plain().attributes(Map.of("sixsix", TEXT)).event();

        // then
        assertThat(weightOf(event) - weightOf(plain().event())).isEqualTo(2 + 6 + 2 + LENGTH);
    }

    @Test
    void aLineWeighsWithAllItsTexts() {
        // given
        ProductKey product = new ProductKey("p1", Optional.of("v-1"));
        Line line = new Line(
                product, Optional.of("name"), 1, Optional.empty(), Optional.of("image"), Optional.of("a-page"));

        // then
        long weight = weightOf(plain().lines(List.of(line)).event()) - weightOf(plain().event());
        assertThat(weight).isEqualTo(16 + (2 + 2) + (2 + 3) + (2 + 4) + (2 + 5) + (2 + 6));
    }

    @Test
    void aTextThatIsThereAlreadyWeighsAsAReferenceOnly() {
        // given
        Weight weight = new Weight();
        weight.add(plain().page(Optional.of(TEXT)).event());
        long first = weight.bytes();

        // when
        weight.add(plain().page(Optional.of(TEXT)).event());

        // then: the event itself, and references to its id, type, device, kind of device and page
        assertThat(weight.bytes() - first).isEqualTo(48 + 5 * 2);
    }

    @Test
    void whatItWeighsAtTheMostIsNeverLess() {
        // given
        JourneyEvent event = plain().page(Optional.of("ÄÖ漢字")).event();

        // then
        assertThat(Weight.atMost(event)).isGreaterThanOrEqualTo(weightOf(event));
    }

    private static long weightOf(JourneyEvent event) {
        Weight weight = new Weight();
        weight.add(event);
        return weight.bytes();
    }

    private static EventDraft plain() {
        return EventDraft.of("e1", "page_viewed", 1_000);
    }
}
