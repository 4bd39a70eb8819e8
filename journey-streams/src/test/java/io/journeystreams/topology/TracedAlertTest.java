package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.crm;
import static io.journeystreams.intake.Reports.line;
import static io.journeystreams.intake.Reports.minutes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.domain.event.TraceParent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A trace leads from the event to the alert that it causes. */
@Timeout(60)
class TracedAlertTest {

    private static final String CART = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String ORDER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
    private static final Duration UNTIL_THE_CART_IS_DUE = Duration.ofMinutes(63);

    private final TopologyRun run = TopologyRun.at(BEGINNING);

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void alertGoesOnInTheTraceOfTheEventThatArmedIt() {
        run.clickstream("d1", added("e1"), sentIn("traceparent", CART));
        run.waitFor(Duration.ofMinutes(5));
        run.clickstream("d1", viewed("e2", minutes(5)), sentIn("traceparent", ORDER));
        run.waitFor(UNTIL_THE_CART_IS_DUE);
        assertThat(traces(Topics.ABANDONMENT)).containsExactly(CART);
    }

    @Test
    void traceOfACloudEventCountsAsWell() {
        run.clickstream("d1", added("e1"), sentIn("ce_traceparent", CART));
        run.waitFor(UNTIL_THE_CART_IS_DUE);
        assertThat(traces(Topics.ABANDONMENT)).containsExactly(CART);
    }

    @Test
    void endOfAnAlertGoesOnInTheTraceOfTheOrder() {
        run.clickstream("d1", added("e1"), sentIn("traceparent", CART));
        run.waitFor(UNTIL_THE_CART_IS_DUE);
        run.clickstream("d1", bought("o1", minutes(63)), sentIn("traceparent", ORDER));
        assertThat(traces(Topics.ABANDONMENT)).containsExactly(CART, ORDER);
    }

    @Test
    void alertAboutAContractGoesOnInTheTraceOfTheEventThatFiredIt() {
        run.crm("7", crm("x1", "subscription_cancel_requested", BEGINNING).build(), sentIn("traceparent", CART));
        run.waitFor(Duration.ofMinutes(3));
        assertThat(traces(Topics.CHURN_RISK)).containsExactly(CART);
    }

    @Test
    void brokenTraceIsNone() {
        run.clickstream("d1", added("e1"), sentIn("traceparent", CART.toUpperCase(Locale.ROOT)));
        run.waitFor(UNTIL_THE_CART_IS_DUE);
        assertThat(run.records(Topics.ABANDONMENT)).singleElement().satisfies(alert -> assertThat(
                        alert.headers().lastHeader(TraceParent.NAME))
                .isNull());
    }

    private List<String> traces(String topic) {
        return run.records(topic).stream()
                .map(TestRecord::headers)
                .map(headers -> headers.lastHeader(TraceParent.NAME))
                .map(Header::value)
                .map(value -> new String(value, UTF_8))
                .toList();
    }

    private static Headers sentIn(String header, String trace) {
        return new RecordHeaders().add(header, trace.getBytes(UTF_8));
    }

    private static ClickstreamEvent added(String id) {
        return clickstream(id, "product_added", BEGINNING)
                .setLines(List.of(line("p1", 1, "12.50", "EUR")))
                .build();
    }

    private static ClickstreamEvent viewed(String id, long atMs) {
        return clickstream(id, "page_viewed", atMs).build();
    }

    private static ClickstreamEvent bought(String id, long atMs) {
        return clickstream(id, "order_placed", atMs)
                .setOrderId(id)
                .setLines(List.of(line("p1", 1, "12.50", "EUR")))
                .build();
    }
}
