package io.journeystreams.deploy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunbookTest {

    private static final Path RUNBOOK = Path.of("..", "docs", "runbook.md");

    /** What somebody who is woken at night asks. */
    private static final List<String> ANSWERS =
            List.of("**Symptom:**", "**Customers:**", "**Look:**", "**Do:**", "**Do not:**");

    @Test
    void everyAlertHasAnEntryAndEveryEntryAnAlert() throws IOException {
        assertThat(entries())
                .extracting(entry -> entry.lines().findFirst().orElse("").strip())
                .containsExactlyElementsOf(AlertRules.alertNames());
    }

    @Test
    void everyEntryAnswersEveryQuestion() throws IOException {
        assertThat(entries()).allSatisfy(entry -> assertThat(entry).contains(ANSWERS));
    }

    private static List<String> entries() throws IOException {
        return Arrays.stream(Files.readString(RUNBOOK).split("(?m)^### ", -1))
                .skip(1)
                .toList();
    }
}
