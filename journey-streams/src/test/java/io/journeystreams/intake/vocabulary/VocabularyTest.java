package io.journeystreams.intake.vocabulary;

import static io.journeystreams.intake.vocabulary.Vocabulary.GA4_JSON;
import static io.journeystreams.intake.vocabulary.Vocabulary.SEGMENT_JSON;
import static io.journeystreams.intake.vocabulary.Vocabulary.SNOWPLOW_JSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.Line;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.intake.Decoded;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.intake.ReportedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables say beyond a usual shopping. */
@Timeout(60)
class VocabularyTest {

    private static final String ACTION =
            "unstruct_event_com_snowplowanalytics_snowplow_ecommerce_snowplow_ecommerce_action_1";

    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of(SEGMENT_JSON, segment("'event':'Order Completed'"), "order_placed"),
                Arguments.of(SEGMENT_JSON, segment("'event':'order completed'"), "order_placed"),
                Arguments.of(SEGMENT_JSON, segment("'event':'orderCompleted'"), "order_placed"),
                Arguments.of(SEGMENT_JSON, segment("'type':'page'"), "page_viewed"),
                Arguments.of(SEGMENT_JSON, segment("'type':'page','event':null"), "page_viewed"),
                Arguments.of(SEGMENT_JSON, segment("'type':'identify'"), "identified"),
                Arguments.of(SEGMENT_JSON, segment("'event':'Käse gekauft!'"), "käse_gekauft"),
                Arguments.of(SEGMENT_JSON, segment("'event':'🛒'"), "🛒"),
                Arguments.of(SEGMENT_JSON, segment("'event':'Payment Failed'"), "payment_failed"),
                Arguments.of(SEGMENT_JSON, segment("'event':'Cart Viewed'"), "cart_seen"),
                Arguments.of(
                        SEGMENT_JSON, segment("'event':'Cart Viewed','properties':{'products':[]}"), "cart_viewed"),
                Arguments.of(GA4_JSON, ga4("'event_name':'view_cart','items':[]"), "cart_seen"),
                Arguments.of(GA4_JSON, ga4("'event_name':'view_cart','items':[{'item_id':'p1'}]"), "cart_viewed"),
                Arguments.of(GA4_JSON, ga4("'event_name':'scroll'"), "scroll"),
                Arguments.of(SNOWPLOW_JSON, snowplow("'event_name':'page_ping'"), "page_ping"),
                Arguments.of(SNOWPLOW_JSON, action("trns_error"), "payment_failed"),
                Arguments.of(SNOWPLOW_JSON, action("refund"), "order_refunded"),
                Arguments.of(SNOWPLOW_JSON, action("checkout_step"), "checkout_step_completed"),
                Arguments.of(
                        SNOWPLOW_JSON, snowplow("'event':'transaction','event_name':'transaction'"), "order_placed"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyNameHasAType(Vocabulary vocabulary, String json, String type) {
        assertThat(read(vocabulary, json).type()).isEqualTo(type);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("", RejectionReason.UNREADABLE, "a JSON object is expected"),
                refusal("[]", RejectionReason.UNREADABLE, "a JSON object is expected"),
                refusal("null", RejectionReason.UNREADABLE, "a JSON object is expected"),
                refusal("{", RejectionReason.UNREADABLE, "not JSON"),
                refusal("{} {}", RejectionReason.UNREADABLE, "not JSON"),
                refusal("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}", RejectionReason.UNREADABLE, "not JSON"),
                refusal("{\"a\":" + "1".repeat(300) + "}", RejectionReason.UNREADABLE, "not JSON"),
                refusal("{\"a\":1e72445840000000}", RejectionReason.UNREADABLE, "not JSON"),
                refusal("{\"a\":[" + "1,".repeat(110_000) + "1]}", RejectionReason.UNREADABLE, "not JSON"),
                refusal("{}", RejectionReason.MISSING_TYPE, "the event has no name"),
                refusal("{'type':'track'}", RejectionReason.MISSING_EVENT_ID, "the event has no id"),
                refusal("{'type':'track','messageId':'e1'}", RejectionReason.MISSING_TIME, "the event has no time"),
                refusal(
                        "{'type':'track','messageId':'e1','timestamp':'canary'}",
                        RejectionReason.INVALID_VALUE,
                        "occurredAt: must be a time such as 2026-03-01T10:00:00Z"),
                refusal(
                        segment("'event':'Checkout Started','properties':{'total':'canary','currency':'EUR'}"),
                        RejectionReason.INVALID_VALUE,
                        "total: must be a decimal such as 12.50"),
                refusal(
                        segment("'event':'Checkout Started','properties':{'total':1e-99999,'currency':'EUR'}"),
                        RejectionReason.INVALID_VALUE,
                        "total: must be a decimal of at most 40 characters and 30 places"),
                refusal(
                        segment("'event':'Product Added','properties':{'product_id':'p1','quantity':1.5}"),
                        RejectionReason.INVALID_VALUE,
                        "lines[0]: quantity: must be a whole number"),
                refusal(
                        segment(
                                "'event':'Checkout Started','properties':{'products':[{'product_id':'p1'},{'name':'canary'}]}"),
                        RejectionReason.INVALID_VALUE,
                        "lines[1]: it names no product"),
                refusal(
                        segment("'event':'Checkout Started','properties':{'products':[3]}"),
                        RejectionReason.INVALID_VALUE,
                        "lines[0]: it names no product"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotBeUsedHasAReasonAndShowsNoValues(String json, RejectionReason reason, String message) {
        assertThat(Samples.decode(SEGMENT_JSON, json.replace('\'', '"')))
                .isInstanceOfSatisfying(Decoded.Failed.class, failed -> {
                    assertThat(failed.reason()).isEqualTo(reason);
                    assertThat(failed.message()).startsWith(message).doesNotContain("canary");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'event':'Order Completed','properties':{'total':1e-99999,'currency':'EUR'}",
                "'event':'Order Completed','properties':{'products':[{'product_id':'p1'},{'name':'canary'}]}"
            })
    void anOrderThatCannotBeReadWhollyIsAnOrderAllTheSame(String order) {
        Decoded<ReportedEvent> decoded =
                Samples.decode(SEGMENT_JSON, segment(order).replace('\'', '"'));
        ReportedEvent event = ((Decoded.Value<ReportedEvent>) decoded).value();
        assertThat(event.type()).isEqualTo("order_placed");
        assertThat(event.total()).isNull();
        assertThat(event.lines()).extracting(Line::getProductId).isSubsetOf("");
    }

    @Test
    void aPriceWithoutCurrencyIsNoPriceButTheLineCounts() {
        // when
        ReportedEvent event = read(
                SEGMENT_JSON,
                segment(
                        "'event':'Order Completed','properties':{'total':9.5,'products':[{'product_id':4711,'price':9.50}]}"));

        // then
        assertThat(event.total()).isNull();
        assertThat(event.attributes()).containsExactly(Map.entry("total", "9.5"));
        assertThat(event.lines()).singleElement().satisfies(line -> {
            assertThat(line.getProductId()).isEqualTo("4711");
            assertThat(line.getQuantity()).isEqualTo(1);
            assertThat(line.getUnitPrice()).isNull();
        });
    }

    @Test
    void amountsAreExact() {
        // when
        ReportedEvent event = read(
                SEGMENT_JSON,
                segment("'event':'Order Completed','properties':{'total':100000000.01,'currency':'EUR',"
                        + "'products':[{'product_id':'p1','price':0.1,'quantity':3.0}]}"));

        // then
        assertThat(event.total()).isEqualTo(new BigDecimal("100000000.01"));
        assertThat(event.lines()).singleElement().satisfies(line -> {
            assertThat(line.getUnitPrice()).isEqualTo(new BigDecimal("0.1"));
            assertThat(line.getQuantity()).isEqualTo(3);
        });
    }

    @Test
    void furtherSinglePropertiesAreKeptAndContactDataIsNot() {
        // when
        ReportedEvent event = read(
                SEGMENT_JSON,
                segment("'event':'Coupon Applied','properties':{'cart_id':'k1','coupon_id':'spring','discount':2.50,"
                        + "'first':true,'none':null,'nested':{'a':1},'list':[1],'Email':'canary','empty':''}"));

        // then
        assertThat(event.cartId()).isEqualTo("k1");
        assertThat(event.attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("coupon_id", "spring", "discount", "2.50", "first", "true"));
    }

    @Test
    void attributesAreBounded() {
        // given
        StringBuilder properties = new StringBuilder("'long':'" + "x".repeat(257) + "','" + "n".repeat(65) + "':1");
        for (int i = 0; i < 100; i++) {
            properties.append(",'p").append(i).append("':").append(i);
        }

        // when
        ReportedEvent event = read(SEGMENT_JSON, segment("'event':'Seen','properties':{" + properties + "}"));

        // then
        assertThat(event.attributes()).hasSize(32).containsKeys("p0", "p31").doesNotContainKeys("long", "p32");
    }

    static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of(
                        SEGMENT_JSON, "{'type':'page','messageId':'e1','timestamp':'2026-03-02T12:00:00.5+02:00'}"),
                Arguments.of(
                        SEGMENT_JSON,
                        "{'type':'page','messageId':'e1','originalTimestamp':'2026-03-02T10:00:00.500Z'}"),
                Arguments.of(
                        GA4_JSON, "{'event_name':'page_view','user_pseudo_id':'d','event_timestamp':1772445600500999}"),
                Arguments.of(
                        GA4_JSON,
                        "{'event_name':'page_view','user_pseudo_id':'d','event_timestamp':'1772445600500000'}"),
                Arguments.of(
                        SNOWPLOW_JSON,
                        "{'event':'page_view','event_id':'e1','derived_tstamp':'2026-03-02 10:00:00.500'}"),
                Arguments.of(
                        SNOWPLOW_JSON,
                        "{'event':'page_view','event_id':'e1','derived_tstamp':null,'collector_tstamp':'2026-03-02T10:00:00.5Z'}"));
    }

    @ParameterizedTest
    @MethodSource("times")
    void timesAreReadAsTheVocabularyWritesThem(Vocabulary vocabulary, String json) {
        assertThat(Instant.ofEpochMilli(
                        read(vocabulary, json.replace('\'', '"')).occurredAtMs()))
                .isEqualTo(Instant.parse("2026-03-02T10:00:00.500Z"));
    }

    @Test
    void eventsOfAServerAreNotInteractive() {
        // when
        Occurrence occurrence = Samples.occurrence(read(
                SEGMENT_JSON, segment("'event':'Order Completed','context':{'library':{'name':'analytics-node'}}")));

        // then
        assertThat(occurrence.device()).contains("server");
        assertThat(occurrence.isInteractive()).isFalse();
    }

    @Test
    void anUnknownMediumIsNoChannel() {
        assertThat(read(SEGMENT_JSON, segment("'event':'Seen','context':{'campaign':{'medium':'skywriting'}}"))
                        .channel())
                .isNull();
    }

    @Test
    void eventsOfGa4AreToldApartByWhatTheyHold() {
        // given
        String first = ga4("'event_name':'add_to_cart','items':[{'item_id':'p1'}]");
        String second = ga4("'event_name':'add_to_cart','items':[{'item_id':'p2'}]");

        // then
        assertThat(read(GA4_JSON, first).eventId())
                .isEqualTo(read(GA4_JSON, first).eventId())
                .isNotEqualTo(read(GA4_JSON, second).eventId());
    }

    @Test
    void aPaymentErrorOfSnowplowSaysHowHardItIs() {
        // when
        ReportedEvent event = read(
                SNOWPLOW_JSON,
                snowplow("'event_name':'snowplow_ecommerce_action','" + ACTION + "':{'type':'trns_error'},"
                        + "'contexts_com_snowplowanalytics_snowplow_ecommerce_transaction_error_1':"
                        + "[{'error_code':'E522','error_shortcode':'card_declined','error_type':'hard'}]"));

        // then
        assertThat(event.attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("error", "card_declined", "error_hardness", "hard"));
    }

    @Test
    void theOlderCartEventOfSnowplowIsAProductItself() {
        // when
        ReportedEvent event = read(
                SNOWPLOW_JSON,
                snowplow("'event_name':'add_to_cart','unstruct_event_com_snowplowanalytics_snowplow_add_to_cart_1':"
                        + "{'sku':'p1','unitPrice':4.5,'quantity':2,'currency':'EUR'}"));

        // then
        assertThat(event.type()).isEqualTo("product_added");
        assertThat(event.lines()).singleElement().satisfies(line -> {
            assertThat(line.getProductId()).isEqualTo("p1");
            assertThat(line.getQuantity()).isEqualTo(2);
            assertThat(line.getUnitPrice()).isEqualTo(new BigDecimal("4.5"));
        });
    }

    private static Arguments refusal(String json, RejectionReason reason, String message) {
        return Arguments.of(json, reason, message);
    }

    private static ReportedEvent read(Vocabulary vocabulary, String json) {
        return Samples.event(Samples.decode(vocabulary, json));
    }

    private static String segment(String more) {
        return ("{'type':'track','messageId':'e1','timestamp':'2026-03-02T10:00:00Z'," + more + "}").replace('\'', '"');
    }

    private static String ga4(String more) {
        return ("{'event_timestamp':1772445600000000,'user_pseudo_id':'d1'," + more + "}").replace('\'', '"');
    }

    private static String snowplow(String more) {
        return ("{'event_id':'e1','collector_tstamp':'2026-03-02T10:00:00Z'," + more + "}").replace('\'', '"');
    }

    private static String action(String type) {
        return snowplow("'event_name':'snowplow_ecommerce_action','" + ACTION + "':{'type':'" + type + "'}");
    }
}
