package io.journeystreams.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code JOURNEY_LOG=json}, by the configuration that ships. */
class JsonLogTest {

    private final LoggerContext logs = new LoggerContext();

    @AfterEach
    void stop() {
        logs.stop();
    }

    @Test
    void aLineIsOneObject() throws Exception {
        // given
        ByteArrayOutputStream written = writingTo("json");

        // when
        logs.getLogger("io.journeystreams.Some")
                .atWarn()
                .addKeyValue("topic", "crm.events")
                .addKeyValue("partition", 3)
                .log("two\nlines \"quoted\"");

        // then
        String text = written.toString(StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(1);
        JsonNode line = new ObjectMapper().readTree(text);
        assertThat(line.path("level").asText()).isEqualTo("WARN");
        assertThat(line.path("loggerName").asText()).isEqualTo("io.journeystreams.Some");
        assertThat(line.path("message").asText()).isEqualTo("two\nlines \"quoted\"");
        assertThat(line.path("timestamp").asLong()).isPositive();
        assertThat(line.path("kvpList")).hasToString("[{\"topic\":\"crm.events\"},{\"partition\":\"3\"}]");
    }

    @Test
    void byDefaultItIsForPeople() throws Exception {
        // given
        ByteArrayOutputStream written = writingTo("console");

        // when
        logs.getLogger("io.journeystreams.Some")
                .atWarn()
                .addKeyValue("topic", "crm.events")
                .log("gone");

        // then
        assertThat(written.toString(StandardCharsets.UTF_8)).endsWith(" WARN  Some: gone topic=\"crm.events\"\n");
    }

    private ByteArrayOutputStream writingTo(String appender) throws Exception {
        logs.setMDCAdapter(new LogbackMDCAdapter());
        logs.putProperty("JOURNEY_LOG", appender);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(logs);
        configurator.doConfigure(getClass().getResource("/logback.xml"));
        Logger root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        OutputStreamAppender<ILoggingEvent> writer = (OutputStreamAppender<ILoggingEvent>) root.getAppender(appender);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        writer.setOutputStream(written);
        return written;
    }
}
