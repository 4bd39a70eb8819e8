package io.journeystreams.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** docs/process-mining.md has a row for every field, in the order of the CSV. */
@Timeout(10)
class ProcessMiningDocTest {

    @Test
    void everyColumnHasARow() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/process-mining.md")).stream()
                .filter(line -> line.matches("\\| `[^`]+` \\| `[^`]+` \\|.*"))
                .map(line -> line.split("`", -1)[1])
                .toList();

        assertThat(rows).isEqualTo(CsvWriter.columns());
    }
}
