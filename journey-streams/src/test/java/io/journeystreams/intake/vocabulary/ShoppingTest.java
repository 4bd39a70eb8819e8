package io.journeystreams.intake.vocabulary;

import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.minutes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.Page;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.intake.ReportedEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A customer looks at a mug, takes two, goes to the till, says how to pay, and buys: told in every vocabulary. */
@Timeout(60)
class ShoppingTest {

    static Stream<Arguments> tellings() {
        return Stream.of(
                Arguments.of("segment.ndjson", Vocabulary.SEGMENT_JSON),
                Arguments.of("rudderstack.ndjson", Vocabulary.SEGMENT_JSON),
                Arguments.of("ga4.ndjson", Vocabulary.GA4_JSON),
                Arguments.of("ga4-measurement-protocol.ndjson", Vocabulary.GA4_JSON),
                Arguments.of("snowplow.ndjson", Vocabulary.SNOWPLOW_JSON),
                Arguments.of("snowplow-self-describing.ndjson", Vocabulary.SNOWPLOW_JSON));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tellings")
    void theSameShoppingIsTold(String file, Vocabulary vocabulary) {
        // when
        List<ReportedEvent> told = told(file, vocabulary, Source.CLICKSTREAM);

        // then
        assertThat(meanings(told)).isEqualTo(meanings(canonical()));
        assertThat(told).extracting(ReportedEvent::customerId).containsExactly(null, null, "7", "7", "7");
        assertThat(told).extracting(ReportedEvent::anonymousId).containsOnly("d1");
        assertThat(told).extracting(ReportedEvent::eventId).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tellings")
    void theTopicSaysWhichSourceItIs(String file, Vocabulary vocabulary) {
        assertThat(told(file, vocabulary, Source.CRM))
                .extracting(ReportedEvent::source)
                .containsOnly(Source.CRM);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tellings")
    void readingAgainGivesTheSameIds(String file, Vocabulary vocabulary) {
        assertThat(told(file, vocabulary, Source.CLICKSTREAM)).isEqualTo(told(file, vocabulary, Source.CLICKSTREAM));
    }

    private static List<ReportedEvent> told(String file, Vocabulary vocabulary, Source source) {
        return Samples.lines(file).stream()
                .map(line -> vocabulary.reader(source).decode(line.getBytes(UTF_8)))
                .map(Samples::event)
                .toList();
    }

    private static List<JourneyEvent> meanings(List<ReportedEvent> events) {
        return IntStream.range(0, events.size())
                .mapToObj(index -> withId("e" + index, events.get(index)))
                .map(Samples::occurrence)
                .map(EventTypes::read)
                .toList();
    }

    private static List<ReportedEvent> canonical() {
        return Stream.of(
                        told("product_viewed", 0, "https://shop.example/mug").setLines(List.of(mug(1))),
                        inCart("product_added", 1, "https://shop.example/mug").setLines(List.of(mug(2))),
                        inCart("checkout_started", 2, "https://shop.example/till")
                                .setCustomerId("7")
                                .setLines(List.of(mug(2)))
                                .setTotal(new BigDecimal("25.0000"))
                                .setCurrency("EUR")
                                .setAttributes(Map.of("checkout_step", "1")),
                        inCart("checkout_step_completed", 3, "https://shop.example/till")
                                .setCustomerId("7")
                                .setAttributes(Map.of("checkout_step", "2", "payment_method", "card")),
                        inCart("order_placed", 4, "https://shop.example/thanks")
                                .setCustomerId("7")
                                .setOrderId("o1")
                                .setLines(List.of(mug(2)))
                                .setTotal(new BigDecimal("27.5000"))
                                .setCurrency("EUR")
                                .setAttributes(Map.of("payment_method", "card")))
                .map(event -> ReportedEvent.of(event.build()))
                .toList();
    }

    private static ClickstreamEvent.Builder inCart(String type, int minute, String url) {
        return told(type, minute, url).setCartId("k1");
    }

    private static ClickstreamEvent.Builder told(String type, int minute, String url) {
        return clickstream("any", type, minutes(minute))
                .setChannel("email")
                .setCampaign("spring")
                .setPage(Page.newBuilder().setUrl(url).build());
    }

    private static Line mug(int quantity) {
        return Line.newBuilder()
                .setProductId("p1")
                .setVariantId("blue")
                .setName("Mug")
                .setQuantity(quantity)
                .setUnitPrice(new BigDecimal("12.5000"))
                .setCurrency("EUR")
                .build();
    }

    private static ReportedEvent withId(String id, ReportedEvent event) {
        return new ReportedEvent(
                event.source(),
                id,
                event.type(),
                event.occurredAtMs(),
                event.customerId(),
                event.anonymousId(),
                event.device(),
                event.channel(),
                event.campaign(),
                event.cartId(),
                event.checkoutId(),
                event.orderId(),
                event.lines(),
                event.total(),
                event.currency(),
                event.pageUrl(),
                event.test(),
                event.attributes());
    }
}
