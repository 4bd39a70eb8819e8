package io.journeystreams.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What we log has a constant message and its facts beside it, and no text that came from outside: the message of an exception may
 * quote a payload, so neither it nor its stack trace is logged, only what kind it is of.
 */
class StructuredLoggingTest {

    private static final String CONSTANT = "\"[^\"{}]*\"";

    private static final Pattern STRUCTURED = Pattern.compile(
            "LOG\\s*\\.at(Trace|Debug|Info|Warn|Error)\\(\\)"
                    + "(\\s*\\.addKeyValue\\(\\s*" + CONSTANT + ",.*?\\))*"
                    + "\\s*\\.log\\(" + CONSTANT + "\\);",
            Pattern.DOTALL);

    private static final Pattern TEXT_FROM_OUTSIDE = Pattern.compile(
            "setCause|addArgument|setMessage|getMessage|getLocalizedMessage|customer|profile\\(|value\\(");

    @Test
    void everyLoggingCallIsStructured() {
        assertThat(LoggingCalls.loggers()).containsExactly("LOG");
        assertThat(LoggingCalls.all())
                .hasSizeGreaterThan(10)
                .allMatch(StructuredLoggingTest::isStructured, "constant message, facts as key-values");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOG.info(\"started\");\n",
                "LOG.info(\"failed: {}\", topic);\n",
                "LOG.atInfo().log(\"failed: {}\");\n",
                "LOG.atInfo().log(\"failed: \" + topic);\n",
                "LOG.atInfo().log(message);\n",
                "LOG.atInfo().log(() -> \"failed\");\n",
                "LOG.atWarn().setCause(e).log(\"failed\");\n",
                "LOG.atWarn().addKeyValue(\"why\", e.getMessage()).log(\"failed\");\n",
                "LOG.atWarn().addKeyValue(\"who\", record.customer()).log(\"failed\");\n",
                "LOG.atWarn()\n  .addKeyValue(name, 1)\n  .log(\"failed\");\n",
            })
    void anythingElseIsSeen(String call) {
        assertThat(LoggingCalls.in(call)).singleElement().matches(statement -> !isStructured(statement));
    }

    @Test
    void aStructuredCallIsTaken() {
        assertThat(LoggingCalls.in("""
                LOG.atWarn()
                        .addKeyValue("failure", e.getClass().getName())
                        .addKeyValue("offset", context.offset())
                        .log("gone; it starts again");
                """)).singleElement().matches(StructuredLoggingTest::isStructured);
    }

    private static boolean isStructured(String call) {
        return STRUCTURED.matcher(call).matches()
                && !TEXT_FROM_OUTSIDE.matcher(call).find();
    }
}
