package io.journeystreams.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityRulesTest {

    private static final Schema BOTH = schema("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\"}");
    private static final Schema WITHOUT_B = schema("{\"name\":\"a\",\"type\":\"string\"}");

    /** New without b reads what was written with b; the old one cannot read what lacks it. */
    @ParameterizedTest
    @CsvSource({"NONE,true", "BACKWARD,true", "FORWARD,false", "FULL,false"})
    void aFieldWithoutDefaultMayGoOnlyWhereOldReadersDoNotCount(CompatibilityLevel level, boolean isAllowed) {
        assertThat(CompatibilityRules.violations(level, WITHOUT_B, List.of(BOTH))
                        .isEmpty())
                .isEqualTo(isAllowed);
    }

    @ParameterizedTest
    @CsvSource({"NONE,true", "BACKWARD,false", "FORWARD,true", "FULL,false"})
    void aFieldWithoutDefaultMayComeOnlyWhereOldDataDoesNotCount(CompatibilityLevel level, boolean isAllowed) {
        assertThat(CompatibilityRules.violations(level, BOTH, List.of(WITHOUT_B))
                        .isEmpty())
                .isEqualTo(isAllowed);
    }

    @ParameterizedTest
    @CsvSource({"BACKWARD,true", "BACKWARD_TRANSITIVE,false", "FULL_TRANSITIVE,false"})
    void onlyTheTransitiveLevelsLookBeyondTheLatestVersion(CompatibilityLevel level, boolean isAllowed) {
        assertThat(CompatibilityRules.violations(level, BOTH, List.of(WITHOUT_B, BOTH))
                        .isEmpty())
                .isEqualTo(isAllowed);
    }

    private static Schema schema(String fields) {
        return new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}");
    }
}
