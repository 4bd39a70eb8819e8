package io.journeystreams.intake.vocabulary;

import io.journeystreams.intake.vocabulary.ValueSource.TimeUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of {@code docs/vocabularies.md}, made from the tables. */
final class VocabularyReference {

    private VocabularyReference() {}

    static String markdown() {
        return HEAD
                + section("Segment and RudderStack: `segment-json`", SEGMENT, Vocabulary.SEGMENT_JSON)
                + section("Google Analytics 4: `ga4-json`", GA4, Vocabulary.GA4_JSON)
                + section("Snowplow: `snowplow-json`", SNOWPLOW, Vocabulary.SNOWPLOW_JSON)
                + SOURCES;
    }

    private static String section(String title, String words, Vocabulary vocabulary) {
        Mapping mapping = vocabulary.builtIn();
        return "\n## " + title + "\n\n" + words + "\n| event | type |\n|---|---|\n" + events(mapping)
                + "\n| field | from |\n|---|---|\n" + fields(mapping) + lines(mapping) + attributes(mapping);
    }

    private static String events(Mapping mapping) {
        Stream<String> names = mapping.events().entrySet().stream()
                .flatMap(event -> Stream.concat(
                        event.getValue().byDetail().entrySet().stream()
                                .map(detail -> row(
                                        "`" + event.getKey() + "`, detail " + detail.getKey(),
                                        "`" + detail.getValue() + "`")),
                        Stream.of(row(
                                "`" + event.getKey() + "`",
                                "`" + event.getValue().otherwise() + "`"))));
        Stream<String> absent = mapping.lines().whenAbsent().entrySet().stream()
                .map(type -> row("`" + type.getKey() + "` without a list of lines", "`" + type.getValue() + "`"));
        Stream<String> empty = mapping.lines().whenEmpty().entrySet().stream()
                .map(type -> row("`" + type.getKey() + "` with an empty list of lines", "`" + type.getValue() + "`"));
        return Stream.of(names, absent, empty).flatMap(rows -> rows).collect(Collectors.joining());
    }

    private static String fields(Mapping mapping) {
        String name = row("name of the event", sources(mapping.name()));
        String detail = mapping.detail().isEmpty() ? "" : row("detail of the event", sources(mapping.detail()));
        return name
                + detail
                + Arrays.stream(EventField.values())
                        .filter(mapping.fields()::containsKey)
                        .map(field -> row(
                                "`" + field.key() + "`",
                                sources(mapping.fields().getOrDefault(field, List.of()))))
                        .collect(Collectors.joining());
    }

    private static String lines(Mapping mapping) {
        return row("lines", paths(mapping.lines().from()))
                + Arrays.stream(LineField.values())
                        .filter(mapping.lines().fields()::containsKey)
                        .map(field -> row(
                                "line: `" + field.key() + "`",
                                sources(mapping.lines().fields().getOrDefault(field, List.of()))))
                        .collect(Collectors.joining());
    }

    private static String attributes(Mapping mapping) {
        AttributeMapping attributes = mapping.attributes();
        return attributes.named().entrySet().stream()
                        .map(named -> row("attribute `" + named.getKey() + "`", sources(named.getValue())))
                        .collect(Collectors.joining())
                + row("further attributes", paths(attributes.from()))
                + (attributes.without().isEmpty()
                        ? ""
                        : row(
                                "never kept",
                                attributes.without().stream().sorted().collect(Collectors.joining(", "))));
    }

    private static String sources(List<ValueSource> sources) {
        return sources.stream().map(VocabularyReference::source).collect(Collectors.joining("<br>"));
    }

    private static String source(ValueSource source) {
        if (source instanceof ValueSource.Constant constant) {
            return "always " + constant.text();
        }
        if (source instanceof ValueSource.Derived derived) {
            return "derived from "
                    + derived.paths().stream().map(VocabularyReference::code).collect(Collectors.joining(", "));
        }
        ValueSource.At at = (ValueSource.At) source;
        String unit = at.unit() == TimeUnit.ISO ? "" : ", " + at.unit().name().toLowerCase(Locale.ROOT);
        String types = at.types().isEmpty()
                ? ""
                : ", of " + at.types().stream().sorted().collect(Collectors.joining(", "));
        return code(at.path()) + unit + types + values(at.values());
    }

    private static String values(Map<String, String> values) {
        return values.isEmpty()
                ? ""
                : ": "
                        + values.entrySet().stream()
                                .map(value -> value.getKey() + " → " + value.getValue())
                                .collect(Collectors.joining(", "));
    }

    private static String paths(List<FieldPath> paths) {
        return paths.stream().map(VocabularyReference::code).collect(Collectors.joining("<br>"));
    }

    private static String code(FieldPath path) {
        return "`" + path + "`";
    }

    private static String row(String left, String right) {
        return "| " + left + " | " + right + " |\n";
    }

    private static final String HEAD = """
            # Other vocabularies

            <!-- Generated from the tables in journey-streams/src/main/resources/io/journeystreams/intake/vocabulary: to write it anew:
                 mvn -q package -pl journey-streams -am -Dtest=VocabularyReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate.docs=true -->

            Input topics may carry JSON of Segment, RudderStack, Google Analytics 4 or Snowplow instead of our Avro (rule O1), one event a
            record:

            ```yaml
            inputs:
              clickstream:
                format: segment-json    # avro, segment-json, ga4-json or snowplow-json
                mapping: shop.yaml      # your own table over the built-in one; optional
              crm:
                format: segment-json
            ```

            `./journey backtest --format segment-json --events FILE… [--crm-events FILE…]` reads files of it, one event a line.

            What holds for all of them:

            - The topic says the source: an `Order Completed` of a server on `crm.events` is an event of the CRM, and needs a customer.
              The key of the record is compared with the anonymous id, or the customer's, as for Avro.
            - Names are compared without regard to case, blanks, hyphens and humps. An event whose name is in no table keeps its name in
              snake_case as its type, and is a touchpoint, unless that is the name of one of our types.
            - Where a field has several places, the first that has a value counts. Blank texts and nulls are no values; text, numbers and
              truth are taken as each other's where that can be done exactly.
            - A price or total without a currency is left out (a total stays an attribute); if all you sell is in one currency, give it as
              a `constant` in a mapping of your own.
            - A view of the cart says what is in it only if it has a list of products. Otherwise it is a touchpoint `cart_seen`: it must not
              empty the cart. Quantities default to 1.
            - Beside the fields at most 32 single values are kept as attributes, names of up to 64 and values of up to 256 characters;
              objects and lists stay in the journal only. Contact data is not kept.
            - A channel is given only where a table says so.
            - A record that is no JSON object, is nested deeper than 64, is larger than what intake takes, or has no name, id or time goes to
              the dead letters with the usual reasons (rule O3), and so does one with an amount, quantity or time that is none, or a line
              without a product.

            The journal holds records as they came. It is read by the mapping that is configured *now*: after a change of mapping, a journal
            that is read again from the start may mean something else. A format that a source had before is read by the built-in table.

            ## Your own mapping

            A YAML file with the parts that differ; names replace the same names of the built-in table, lists replace lists, and `absent`
            and `without` add. With `replaces: true` it stands alone. A mistake is refused at start with file and line
            (`./journey check-config`).

            ```yaml
            events:                       # event name: our type
              Basket Filled: product_added
              Step Done: {"1": checkout_started, otherwise: checkout_step_completed}   # by detail
            detail: properties.step       # tells events of one name apart
            fields:
              cartId: [properties.basket, properties.cart_id]     # the first that has a value
              currency: {constant: EUR}
              device: {path: context.app.kind, values: {shop-ios: ios, shop-android: android}}   # other values do not count
              total: {path: properties.sum, of: [order_placed]}   # only of these types
              occurredAt: {path: at, unit: millis}                # iso (default), seconds, millis, micros
              eventId: [{path: id}, {derived: [user, at]}]        # derived from these, if all are there
            lines:
              from: properties.articles   # a list of lines, or an object that is one if it names a product
              fields: {productId: article}                        # in relation to the line
              whenAbsent: {cart_viewed: cart_seen}                # type of events without a list; whenEmpty likewise
            attributes:
              named: {checkout_step: properties.step}
              from: [properties]          # single values of these objects, unless a field was filled from them
              without: [email]
            absent: ["n/a"]               # texts that stand for nothing
            pairs:                        # a list of keys and values at the top that is read as an object
              params: {key: name, value: [text, number]}
            ```

            A path is names joined by dots. Of a list it means all elements; `contexts.data[schema=iglu:com.example/product/*].data` takes
            those whose `schema` begins so.
            """;

    private static final String SEGMENT = """
            Calls as they leave the collector. `timestamp` is corrected by the collector's clock and counts; `originalTimestamp` is the
            device's own, and `sentAt` and `receivedAt` are not when it happened. Events of server libraries are of device `server`, which
            is not interactive (rule S3). The payload's `properties` may be a product itself or hold `products`.
            """;

    private static final String GA4 = """
            A row of the BigQuery export as JSON, or one event of the Measurement Protocol (`name`, `params`) together with its request's
            `client_id`, `user_id` and `timestamp_micros`; a whole request with its list of events must be split before. Times are
            microseconds. There is no event id: unless you send an `event_id` parameter, it is derived from what makes the event one, so
            that a row exported twice is a duplicate; an event of nobody has none and is refused. There is no cart id and no checkout id either, unless sent as parameters.
            `traffic_source` is the visitor's first and therefore not read. `(not set)` and the like stand for nothing; the lists of
            keys and values (`event_params`) are read as objects.
            """;

    private static final String SNOWPLOW = """
            Enriched events as JSON, as the analytics SDKs flatten them, or with self-describing `contexts` and `unstruct_event`. E-commerce
            actions are told by their type, with product, cart, transaction, checkout step, refund and transaction error as entities. The
            first checkout step is the start of the checkout. Of the older events, `add_to_cart` and `remove_from_cart` of
            `com.snowplowanalytics.snowplow` and `transaction` are read; `transaction_item`, which comes apart from its order, is a
            touchpoint, so such an order names no products. Addresses of a checkout step are not kept.
            """;

    private static final String SOURCES = """

            ## Where this comes from

            Segment: Spec: V2 Ecommerce Events, and Common fields (twilio.com/docs/segment/connections/spec). RudderStack: Ecommerce Events
            Specification, and Common Fields (rudderstack.com/docs/event-spec). Google: Recommended events, Measurement Protocol reference
            (developers.google.com/analytics), and BigQuery Export schema (support.google.com/analytics/answer/7029846). Snowplow: Ecommerce
            events (docs.snowplow.io), and the schemas of `com.snowplowanalytics.snowplow.ecommerce` and `com.snowplowanalytics.snowplow` in
            Iglu Central (github.com/snowplow/iglu-central). Channels follow from `utm_medium` by the names that are in common use.
            """;
}
