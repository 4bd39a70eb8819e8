package io.journeystreams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journeystreams.domain.stage.EvidenceRule;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.StageModel;
import io.journeystreams.domain.stage.StageModel.Stage;
import io.journeystreams.domain.stage.StagePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageModelsTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theDefaultOfTheRulesIsTheModelOfItsName() {
        assertThat(StageModels.load("six-stage"))
                .isEqualTo(StagePolicy.defaults().model());
    }

    @ParameterizedTest
    @CsvSource({
        "three-phase, DISCOVERY CONSIDERATION CHECKOUT, ",
        "five-stage, AWARENESS CONSIDERATION DECISION DELIVERY LOYALTY, DELIVERY",
        "six-stage, AWARENESS CONSIDERATION DECISION PURCHASE RETENTION ADVOCACY, PURCHASE"
    })
    void builtInModelsHaveTheirStagesInOrder(String name, String stages, String goal) {
        // when
        StageModel model = StageModels.load(name);

        // then
        assertThat(model.name()).isEqualTo(name);
        assertThat(model.stages().stream().map(Stage::name)).containsExactly(stages.split(" ", -1));
        assertThat(model.goal().stage()).isEqualTo(Optional.ofNullable(goal));
    }

    @Test
    void aTableOfOnesOwnIsRead() throws IOException {
        // given
        Path file = write("""
                name: trial
                goal: {events: form_submitted}
                stages:
                  - name: VISIT
                    entry: {name: first, touch: first}
                  - name: TRIAL
                    layers: [lifecycle, mission]
                    entry:
                      name: tried
                      events:
                        - {type: page_viewed, where: {url: ~/try}}
                        - demo_started
                      count: 3
                      within: 2d
                edges: {VISIT: TRIAL}
                """);

        // when
        StageModel model = StageModels.load(file.toString());

        // then
        assertThat(model.name()).isEqualTo("trial");
        assertThat(model.edges()).isEqualTo(Map.of("VISIT", Set.of("TRIAL")));
        assertThat(model.stages().get(1).layers()).isEqualTo(Layer.OF_STAGES);
        EvidenceRule.Events tried =
                (EvidenceRule.Events) model.stages().get(1).entry().get(0);
        assertThat(tried.count()).isEqualTo(3);
        assertThat(tried.within()).isEqualTo(Duration.ofDays(2));
        assertThat(tried.events()).hasSize(2);
    }

    @Test
    void theExampleOfTheDocumentIsRead() throws IOException {
        // given
        String document = Files.readString(Path.of("..", "docs", "stages.md"));
        int start = document.indexOf("```yaml") + "```yaml".length();
        Path file = write(document.substring(start, document.indexOf("```", start)));

        // when
        StageModel model = StageModels.load(file.toString());

        // then
        assertThat(model.stages().stream().map(Stage::name)).containsExactly("VISIT", "INTEREST", "TRIAL", "MEMBER");
        assertThat(model.goal().stage()).contains("TRIAL");
    }

    @Test
    void everythingThatIsWrongIsSaidWithItsLine() throws IOException {
        // given
        Path file = write("""
                goal: {events: order_placed, stage: PURCHSE}
                stages:
                  - name: AWARENESS
                    entry: {name: first, touch: second}
                  - name: Purchase
                    entry: {name: bought, goals: 0}
                  - name: PURCHASE
                    layer: mission
                    entry:
                      - {name: first, events: OrderPlaced}
                      - {name: many, events: [a_b], count: 9}
                      - {name: rated, events: {type: a_b, where: {rating: ">=good"}}}
                      - {name: soon, events: a_b, within: soon}
                      - {name: both, touch: first, goals: 1}
                  - name: DISCONTINUED
                edges:
                  AWARENES: [PURCHASE]
                """);

        // when
        InvalidConfigException failure =
                catchThrowableOfType(InvalidConfigException.class, () -> StageModels.load(file.toString()));

        // then
        assertThat(failure.problems().stream().map(ConfigProblem::toString))
                .containsExactlyInAnyOrderElementsOf(List.of(
                        file + ":1: goal.stage names PURCHSE, which is not a stage; did you mean PURCHASE?",
                        file + ":4: touch must be first",
                        file + ":5: a stage is named in capitals: Purchase",
                        file + ":6: goals must be at least 1: 0",
                        file + ":8: a stage knows no \"layer\"; did you mean layers?",
                        file + ":10: two entries have the name first",
                        file + ":10: \"OrderPlaced\" is no type; expected snake_case such as product_added",
                        file + ":11: count must be from 1 to 5: 9",
                        file + ":12: a number must follow >= and <=: good",
                        file + ":13: within: expected a duration such as 500ms, 30s, 60m, 24h, 7d or 12w",
                        file + ":14: both needs one of touch, goals and events",
                        file + ":15: the name is taken for what stages lead to: DISCONTINUED",
                        file + ":17: edges names AWARENES, which is not a stage; did you mean AWARENESS?"));
    }

    @Test
    void theFileIsPartOfThePolicysFingerprint() throws IOException {
        // given
        String model = "goal: {events: a_b}\nstages: [{name: ONE, entry: {name: first, touch: first}}]\n";
        String file = write(model).toString();
        String before = JourneyConfig.of(Map.of("stages.model", file)).policy().version();

        // when
        write(model.replace("ONE", "TWO"));

        // then
        assertThat(JourneyConfig.of(Map.of("stages.model", file)).policy().version())
                .isNotEqualTo(before);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("model.yaml"), text);
    }
}
