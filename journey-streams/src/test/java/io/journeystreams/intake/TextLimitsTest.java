package io.journeystreams.intake;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.Page;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.intake.OccurrenceReader.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TextLimitsTest {

    private static final String LONG = "x".repeat(3_000);

    @Test
    void textsAreCutWhereTheyAreLongerThanAProfileKeeps() {
        // when
        Occurrence read = read(reported(LONG));

        // then
        assertThat(TextLimits.areExceeded(reported(LONG))).isTrue();
        assertThat(read.pageUrl().orElseThrow()).hasSize(TextLimits.LONGEST_TEXT);
        assertThat(read.attribute("note").orElseThrow()).hasSize(TextLimits.LONGEST_TEXT);
        assertThat(read.campaign().orElseThrow()).hasSize(TextLimits.LONGEST_NAME);
        assertThat(read.lines().get(0).name().orElseThrow()).hasSize(TextLimits.LONGEST_NAME);
        assertThat(read.lines().get(0).productUrl()).isEmpty();
    }

    @Test
    void textsUpToTheirBoundStayAsTheyAre() {
        // given
        String text = "x".repeat(TextLimits.LONGEST_NAME);

        // when
        Occurrence read = read(reported(text));

        // then
        assertThat(TextLimits.areExceeded(reported(text))).isFalse();
        assertThat(read.lines().get(0).name()).contains(text);
        assertThat(read.lines().get(0).productUrl()).contains(text);
        assertThat(read.campaign()).contains(text);
    }

    @Test
    void noCharacterIsCutInTwo() {
        String emoji = "x".repeat(TextLimits.LONGEST_NAME - 1) + "\uD83D\uDED2";
        assertThat(TextLimits.name(emoji).orElseThrow()).isEqualTo("x".repeat(TextLimits.LONGEST_NAME - 1));
    }

    private static Occurrence read(ReportedEvent event) {
        Reading reading = OccurrenceReader.read(event, BEGINNING, false, new SourcePosition("t", 0, 0));
        return ((Reading.Valid) reading).occurrence();
    }

    private static ReportedEvent reported(String text) {
        Line line = line("p1", 1, null, null);
        line.setName(text);
        line.setProductUrl(text);
        return ReportedEvent.of(clickstream("e1", "product_added", BEGINNING)
                .setLines(List.of(line))
                .setCampaign(text)
                .setPage(Page.newBuilder().setUrl(text).build())
                .setAttributes(Map.of("note", text))
                .build());
    }
}
