package io.journeystreams.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of log fields in the docs has the fields that are logged, and no others. */
class LogFieldsTest {

    private static final Path PAGE = Path.of("..", "docs", "monitoring.md");
    private static final Pattern KEY = Pattern.compile("addKeyValue\\(\\s*\"([^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    @Test
    void theTableHasTheFieldsThatAreLogged() throws IOException {
        assertThat(documented()).isEqualTo(logged()).isNotEmpty();
    }

    private static Set<String> logged() {
        return LoggingCalls.all().stream()
                .flatMap(call -> KEY.matcher(call).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> documented() throws IOException {
        String page = Files.readString(PAGE);
        String section = page.substring(page.indexOf("## Log fields"));
        return ROW.matcher(section)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
