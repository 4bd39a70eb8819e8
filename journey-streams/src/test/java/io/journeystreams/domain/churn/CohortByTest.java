package io.journeystreams.domain.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CohortByTest {

    private static final CohortBy CHANNEL = new CohortBy(CohortBy.CHANNEL);

    @Test
    void theChannelOrAnAttributeIsTheCohortInLowerCaseWithoutSpacesAround() {
        assertThat(CHANNEL.of(Optional.of(" Store 7\n"), Map.of("channel", "web")))
                .contains("store 7");
        assertThat(new CohortBy("country").of(Optional.of("web"), Map.of("country", "DE")))
                .contains("de");
    }

    @Test
    void whatSaysNothingIsNoCohort() {
        assertThat(CHANNEL.of(Optional.empty(), Map.of("channel", "web"))).isEmpty();
        assertThat(new CohortBy("country").of(Optional.of("web"), Map.of())).isEmpty();
        for (String nothing : new String[] {"", "  ", "All", "a\u0007b", "x".repeat(101)}) {
            assertThat(CHANNEL.of(Optional.of(nothing), Map.of())).as(nothing).isEmpty();
        }
    }

    @Test
    void namelessAttributeIsRefused() {
        assertThatThrownBy(() -> new CohortBy(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
