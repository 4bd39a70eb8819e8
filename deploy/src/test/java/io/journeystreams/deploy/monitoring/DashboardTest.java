package io.journeystreams.deploy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DashboardTest {

    private static final int GRID_WIDTH = 24;
    private static final Pattern LEGEND_LABEL = Pattern.compile("\\{\\{(\\w+)}}");

    @Test
    void everyPanelHasItsOwnIdAndTitle() throws IOException {
        assertThat(Dashboard.panels())
                .extracting(panel -> panel.path("id").asInt())
                .doesNotHaveDuplicates()
                .doesNotContain(0);
        assertThat(Dashboard.panels())
                .extracting(panel -> panel.path("title").asText())
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void noPanelLiesOnAnother() throws IOException {
        List<Rectangle> places =
                Dashboard.panels().stream().map(DashboardTest::place).toList();
        assertThat(places).allMatch(place -> place.width > 0 && place.height > 0 && place.getMaxX() <= GRID_WIDTH);
        for (Rectangle place : places) {
            assertThat(places).filteredOn(place::intersects).containsExactly(place);
        }
    }

    private static Rectangle place(JsonNode panel) {
        JsonNode grid = panel.path("gridPos");
        return new Rectangle(
                grid.path("x").asInt(),
                grid.path("y").asInt(),
                grid.path("w").asInt(),
                grid.path("h").asInt());
    }

    @Test
    void everyChartSaysWhatItShowsAndInWhichUnit() throws IOException {
        assertThat(Dashboard.charts()).isNotEmpty().allSatisfy(panel -> {
            String title = panel.path("title").asText();
            assertThat(panel.path("description").asText()).as(title).endsWith(".");
            assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                    .as(title)
                    .isNotEmpty();
            assertThat(panel.path("targets")).as(title).isNotEmpty();
            assertThat(panel.at("/datasource/uid").asText()).as(title).isEqualTo("${datasource}");
        });
    }

    /** A label that a query sums away would show nothing in the legend. */
    @Test
    void legendsNameLabelsThatTheQueryKeeps() throws IOException {
        assertThat(Dashboard.targets()).allSatisfy(target -> {
            Set<String> kept = new Expression(target.path("expr").asText()).groupedBy();
            assertThat(labelsOf(target.path("legendFormat").asText()))
                    .as(target.path("expr").asText())
                    .allMatch(label -> kept.contains(label) || (kept.isEmpty() && label.equals("instance")));
        });
    }

    private static List<String> labelsOf(String legend) {
        return LEGEND_LABEL
                .matcher(legend)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void theDatasourceIsChosenAndNotBuiltIn() throws IOException {
        assertThat(Dashboard.read().at("/templating/list/0/type").asText()).isEqualTo("datasource");
        assertThat(Dashboard.targets())
                .allMatch(target -> target.at("/datasource/uid").asText().equals("${datasource}"));
    }

    @Test
    void prometheusCanReadEveryQuery(@TempDir Path directory) throws Exception {
        Promtool.accepts("check", "rules", asRules(directory, Dashboard.expressions()));
    }

    @Test
    void aQueryThatPrometheusCannotReadIsSeen(@TempDir Path directory) throws Exception {
        Promtool.refuses("check", "rules", asRules(directory, List.of(new Expression("sum by (up{}"))));
    }

    /** Each query as a rule, since rules are what the checker reads. */
    private static String asRules(Path directory, List<Expression> expressions) throws IOException {
        Path file = directory.resolve("queries.yaml");
        List<Map<String, String>> rules = expressions.stream()
                .distinct()
                .map(expression ->
                        Map.of("record", "query:" + expressions.indexOf(expression), "expr", expression.text()))
                .toList();
        Files.writeString(
                file,
                new YAMLMapper().writeValueAsString(Map.of("groups", List.of(Map.of("name", "q", "rules", rules)))));
        return file.toString();
    }
}
