package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.churn.Cohort;
import io.journeystreams.churn.PurchaseDays;
import io.journeystreams.domain.churn.CohortBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules C1 and C6: which orders count, and on which day. */
@Timeout(60)
class OrderReaderTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void ordersOfOneDayAreOneAndAPaidOrderIsNotASecondOne() throws IOException {
        assertThat(days(
                        event("order_placed", "o1", "1970-01-02T08:00:00Z"),
                        event("order_placed", "o2", "1970-01-02T23:59:59Z"),
                        event("order_paid", "o1", "1970-01-05T08:00:00Z"),
                        event("order_paid", "o3", "1970-01-04T00:00:00Z")))
                .containsExactly(new PurchaseDays(List.of(1, 3)));
    }

    @Test
    void whatIsCancelledWithinADayOrRefundedDoesNotCountWhateverComesFirst() throws IOException {
        assertThat(days(
                        event("order_refunded", "o1", "1970-01-20T00:00:00Z"),
                        event("order_placed", "o1", "1970-01-02T00:00:00Z"),
                        event("order_placed", "o2", "1970-01-03T00:00:00Z"),
                        event("order_cancelled", "o2", "1970-01-04T00:00:00Z"),
                        event("order_placed", "o3", "1970-01-05T00:00:00Z"),
                        event("order_cancelled", "o3", "1970-01-06T00:00:01Z")))
                .containsExactly(new PurchaseDays(List.of(4)));
    }

    @Test
    void rowsThatCannotBeUsedAreCounted() throws IOException {
        // when
        OrderReader.Orders orders = read(
                "{",
                event("order_placed", "o1", "1970-01-02T00:00:00Z").replace("\"ann\"", "null"),
                event("order_placed", "o2", "1970-01-02T00:00:00Z").replace("{\"e", "{\"test\":true,\"e"),
                event("product_viewed", "o3", "1970-01-02T00:00:00Z"));

        // then
        assertThat(orders).isEqualTo(new OrderReader.Orders(List.of(), List.of(), 1, 1));
    }

    @Test
    void theCohortIsThatOfTheFirstOrderThatCounts() throws IOException {
        // given
        List<String> lines = List.of(
                event("order_refunded", "o1", "1970-01-20T00:00:00Z"),
                from("kiosk", event("order_placed", "o1", "1970-01-02T00:00:00Z")),
                from("web", event("order_placed", "o3", "1970-01-05T00:00:00Z")),
                from("app", event("order_paid", "o2", "1970-01-03T00:00:00.001Z")),
                from(" Store", event("order_placed", "o2", "1970-01-03T00:00:00Z")),
                event("order_placed", "o4", "1970-01-02T00:00:00Z").replace("\"ann\"", "\"bob\""));

        // when
        OrderReader.Orders orders = read(Optional.of(new CohortBy("channel")), lines);

        // then
        PurchaseDays ann = new PurchaseDays(List.of(2, 4));
        PurchaseDays bob = new PurchaseDays(List.of(1));
        assertThat(orders.customers()).containsExactly(ann, bob);
        assertThat(orders.cohorts())
                .containsExactly(
                        new Cohort(Optional.of("store"), List.of(ann)), new Cohort(Optional.empty(), List.of(bob)));
    }

    private List<PurchaseDays> days(String... lines) throws IOException {
        return read(lines).customers();
    }

    private OrderReader.Orders read(String... lines) throws IOException {
        return read(Optional.empty(), List.of(lines));
    }

    private OrderReader.Orders read(Optional<CohortBy> cohortBy, List<String> lines) throws IOException {
        Path file = Files.writeString(directory.resolve("orders.ndjson"), String.join("\n", lines));
        return OrderReader.read(List.of(EventFile.of(file)), cohortBy);
    }

    private static String from(String channel, String event) {
        return event.replace("\"source\"", "\"channel\":\"" + channel + "\",\"source\"");
    }

    private static String event(String type, String order, String at) {
        return "{\"eventId\":\"" + type + order + "\",\"type\":\"" + type + "\",\"occurredAt\":\"" + at
                + "\",\"source\":\"crm\",\"customerId\":\"ann\",\"orderId\":\"" + order + "\"}";
    }
}
