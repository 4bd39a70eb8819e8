package io.journeystreams.deploy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules and dashboard speak of meters of ours by the names and labels that these have. */
class MetricsKnownTest {

    /** Given by Prometheus itself when it scrapes. */
    static final Set<String> OF_THE_SCRAPE = Set.of("job", "instance");

    @Test
    void everyMeterOfOursIsNamedAsItIs() throws IOException {
        Map<String, Set<String>> labels = OwnMetrics.labels();
        assertThat(labels).hasSizeGreaterThan(20);
        assertThat(expressions().flatMap(expression -> expression.uses().stream()))
                .filteredOn(use -> use.metric().startsWith("journey_"))
                .isNotEmpty()
                .allSatisfy(use -> {
                    assertThat(labels).containsKey(use.metric());
                    assertThat(Stream.concat(
                                    labels.getOrDefault(use.metric(), Set.of()).stream(), OF_THE_SCRAPE.stream()))
                            .as(use.metric())
                            .containsAll(use.labels());
                });
    }

    @Test
    void everyMetricIsAskedOfTheJob() throws IOException {
        assertThat(expressions()).isNotEmpty().allSatisfy(expression -> {
            assertThat(expression.uses()).extracting(Expression.Use::metric).containsAll(expression.namesAnywhere());
            assertThat(expression.uses()).allMatch(use -> use.labels().contains("job"), expression.text());
            assertThat(AlertRules.recordedNames()).containsAll(expression.recorded());
        });
    }

    @Test
    void nothingIsAskedByCustomer() throws IOException {
        assertThat(OwnMetrics.labels().values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                .doesNotContain("customer", "profile", "email", "cart", "order", "device");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(journey_ready)", "sum by (topic) (rate(journey_x_total[5m])) > 0"})
    void aNameWithoutASelectorIsSeen(String text) {
        Expression expression = new Expression(text);
        assertThat(expression.uses()).isEmpty();
        assertThat(expression.namesAnywhere()).hasSize(1);
    }

    @Test
    void anExpressionIsTakenApart() {
        Expression expression = new Expression(
                "sum by (job, topic) (rate(a_total{job=\"j\",x=~\"b_c{}\"}[5m])) / on (job) journey:d:sum");
        assertThat(expression.uses()).containsExactly(new Expression.Use("a_total", Set.of("job", "x")));
        assertThat(expression.groupedBy()).containsExactly("job", "topic");
        assertThat(expression.recorded()).containsExactly("journey:d:sum");
    }

    private static Stream<Expression> expressions() throws IOException {
        return Stream.of(AlertRules.expressions(), Dashboard.expressions()).flatMap(List::stream);
    }
}
