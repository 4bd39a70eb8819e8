package io.journeystreams.load.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private static final Instant BEGINNING = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration LENGTH = Duration.ofSeconds(40);

    @Test
    void theSameSeedAndBeginningGiveTheSamePlan() {
        // when
        List<PlannedRecord> first = plan(4711, Rates.usual());
        List<PlannedRecord> second = plan(4711, Rates.usual());

        // then
        assertThat(second).isEqualTo(first);
        assertThat(plan(4712, Rates.usual())).isNotEqualTo(first);
    }

    @Test
    void aPlanIsInTheOrderOfSendingAndHoldsAllThatCanGoWrong() {
        // when
        List<PlannedRecord> plan = plan(1, Rates.usual());

        // then
        assertThat(plan).extracting(PlannedRecord::afterMs).isSorted();
        assertThat(plan).anyMatch(r -> r.content() instanceof PlannedRecord.Poison);
        assertThat(IntStream.range(0, 5).boxed().flatMap(seed -> types(plan(seed, Rates.usual())).stream()))
                .contains(
                        "page_viewed",
                        "product_added",
                        "product_removed",
                        "cart_updated",
                        "checkout_started",
                        "payment_failed",
                        "order_placed",
                        "identified",
                        "logged_out",
                        "customers_merged",
                        "customer_erased");
    }

    @Test
    void withoutMishapsEverythingIsSentOnceAndWhenItHappens() {
        // when
        List<PlannedRecord> plan = plan(1, Rates.none());

        // then
        assertThat(ids(plan)).doesNotHaveDuplicates();
        assertThat(plan).noneMatch(r -> r.content() instanceof PlannedRecord.Poison);
    }

    private static List<PlannedRecord> plan(long seed, Rates rates) {
        return new Generator(seed, Population.of(60), rates).plan(BEGINNING, LENGTH);
    }

    private static List<String> types(List<PlannedRecord> plan) {
        return plan.stream().map(r -> described(r, false)).toList();
    }

    private static List<String> ids(List<PlannedRecord> plan) {
        return plan.stream().map(r -> described(r, true)).toList();
    }

    private static String described(PlannedRecord planned, boolean byId) {
        if (!(planned.content() instanceof PlannedRecord.Event event)) {
            return "";
        }
        if (event.event() instanceof ClickstreamEvent click) {
            return byId ? click.getEventId() : click.getType();
        }
        CrmEvent crm = (CrmEvent) event.event();
        return byId ? crm.getEventId() : crm.getType();
    }
}
