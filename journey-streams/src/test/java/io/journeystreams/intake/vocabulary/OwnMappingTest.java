package io.journeystreams.intake.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journeystreams.config.ConfigProblem;
import io.journeystreams.config.InvalidConfigException;
import io.journeystreams.intake.ReportedEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's table over the built-in one, or instead of it. */
@Timeout(60)
class OwnMappingTest {

    private static final String BASKET = """
            {"type":"track","event":"Basket Filled","messageId":"e1","timestamp":"2026-03-02T10:00:00Z","userId":"7",
             "properties":{"basket":"k1","articles":[{"article":"p1","price":3}]}}
            """;

    @Test
    void itIsReadOverTheBuiltInOne() {
        // given
        String own = """
                events:
                  Basket Filled: product_added
                fields:
                  cartId: [properties.basket, properties.cart_id]
                  currency: {constant: EUR}
                lines:
                  from: properties.articles
                  fields: {productId: article}
                attributes:
                  named: {shop: {constant: berlin}}
                """;

        // when
        ReportedEvent event = Samples.event(Samples.decode(Vocabulary.SEGMENT_JSON, own, BASKET));

        // then
        assertThat(event.type()).isEqualTo("product_added");
        assertThat(event.customerId()).isEqualTo("7");
        assertThat(event.cartId()).isEqualTo("k1");
        assertThat(event.currency()).isEqualTo("EUR");
        assertThat(event.attributes()).containsExactly(java.util.Map.entry("shop", "berlin"));
        assertThat(event.lines()).singleElement().satisfies(line -> {
            assertThat(line.getProductId()).isEqualTo("p1");
            assertThat(line.getUnitPrice()).isEqualTo(new java.math.BigDecimal("3"));
        });
    }

    @Test
    void itStandsInsteadOfTheBuiltInOneIfItSaysSo() {
        // given
        String own = """
                replaces: true
                name: event
                fields:
                  eventId: messageId
                  occurredAt: timestamp
                """;

        // when
        ReportedEvent event = Samples.event(Samples.decode(Vocabulary.SEGMENT_JSON, own, BASKET));

        // then
        assertThat(event.type()).isEqualTo("basket_filled");
        assertThat(event.customerId()).isNull();
        assertThat(event.attributes()).isEmpty();
    }

    @Test
    void anEmptyFileChangesNothing() {
        assertThat(Samples.read(Vocabulary.GA4_JSON, "")).isEqualTo(Vocabulary.GA4_JSON.builtIn());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("event:\n  a: b\n", "own.yaml:1: a mapping knows no \"event\"; did you mean events?"),
                mistake(
                        "events:\n  Buy: orderPlaced\n",
                        "own.yaml:2: events.Buy: \"orderPlaced\" is no type; expected snake_case such as product_added"),
                mistake(
                        "events:\n  Buy: order_placed\n  buy: product_added\n",
                        "own.yaml:3: events: \"buy\" is the same name as \"Buy\""),
                mistake(
                        "events:\n  Buy:\n    x: y\n",
                        "own.yaml:2: events.Buy must be a type, or types by detail and \"otherwise\""),
                mistake("fields:\n\n  cartID: a\n", "own.yaml:3: fields knows no \"cartID\"; did you mean cartId?"),
                mistake(
                        "fields:\n  cartId: a..b\n",
                        "own.yaml:2: fields.cartId: \"a..b\" is no path; expected names joined by dots, such as context.page.url"),
                mistake(
                        "fields:\n  cartId:\n    - a\n    - 'b['\n",
                        "own.yaml:4: fields.cartId: \"b[\" is no path; expected names joined by dots, such as context.page.url"),
                mistake("fields:\n  cartId:\n", "own.yaml:2: fields.cartId must be a text"),
                mistake(
                        "fields:\n  cartId: {values: {a: b}}\n",
                        "own.yaml:2: fields.cartId needs a path (with values, of, unit), or a constant, or derived"),
                mistake(
                        "fields:\n  cartId: {path: a, unit: micros}\n",
                        "own.yaml:2: fields.cartId is no time and has no unit"),
                mistake(
                        "fields:\n  occurredAt: {path: a, unit: nanos}\n",
                        "own.yaml:2: fields.occurredAt.unit must be one of iso, seconds, millis, micros"),
                mistake(
                        "lines:\n  fields:\n    sku: a\n",
                        "own.yaml:3: lines.fields knows no \"sku\"; it takes productId, variantId, name, quantity,"
                                + " unitPrice, currency, imageUrl, productUrl"),
                mistake("pairs:\n  list: {key: k}\n", "own.yaml:2: pairs.list needs key and value"),
                mistake("replaces: maybe\n", "own.yaml:1: replaces must be true or false"),
                mistake(
                        "replaces: true\nname: event\n",
                        "own.yaml:1: the mapping does not say fields.eventId",
                        "own.yaml:1: the mapping does not say fields.occurredAt"),
                mistake("- a\n", "own.yaml:1: a mapping must be a section of names and values"),
                mistake("fields: {a: b\n", "own.yaml:1: is not valid YAML: check indentation, colons and quotes"),
                mistake("fields:\n  cartId: a\n  cartId: b\n", "own.yaml:3: cartId is said twice"),
                mistake("name: a\n---\nname: b\n", "own.yaml:3: only one document may stand in the file"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsLine(String yaml, String[] problems) {
        // when
        InvalidConfigException failure =
                catchThrowableOfType(InvalidConfigException.class, () -> Samples.read(Vocabulary.SEGMENT_JSON, yaml));

        // then
        assertThat(failure.problems()).extracting(ConfigProblem::toString).containsExactly(problems);
    }

    private static Arguments mistake(String yaml, String... problems) {
        return Arguments.of(yaml, problems);
    }
}
