package io.journeystreams.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AsyncAppenderBase;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.AppenderAttachable;
import io.journeystreams.config.Secrets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the libraries log while a command runs that reports its failures itself. */
final class Logs {

    private static final List<String> LIBRARIES = List.of("org.apache.kafka", "io.confluent", "org.eclipse.jetty");
    private static final String ROOT = org.slf4j.Logger.ROOT_LOGGER_NAME;

    private Logs() {}

    static void keepLibrariesQuiet() {
        setLibraries(Level.OFF);
    }

    /** For the long run of the processor, where the libraries' warnings are news. */
    static void showLibraryWarnings() {
        setLibraries(Level.WARN);
    }

    /** From now on whatever is logged, warnings of the libraries included, goes to a file and not to the screen. */
    static void writeOnlyTo(Path file) {
        if (!(LoggerFactory.getLogger(ROOT) instanceof Logger root)) {
            return;
        }
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(root.getLoggerContext());
        encoder.setPattern("%d{HH:mm:ss.SSS} %-5level [%thread] %logger: %msg %kvp{DOUBLE}%n%ex");
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(root.getLoggerContext());
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.start();
        root.detachAndStopAllAppenders();
        root.addAppender(appender);
        showLibraryWarnings();
    }

    /** After {@link #writeOnlyTo}: nothing is logged any more. */
    static void closeFile() {
        if (LoggerFactory.getLogger(ROOT) instanceof Logger root) {
            root.detachAndStopAllAppenders();
        }
    }

    /** From now on no log line shows these, whoever writes it and however the logs are configured. */
    static void keepSecret(Secrets secrets) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLoggerList().forEach(logger -> keepSecret(logger, secrets));
        }
    }

    private static void keepSecret(AppenderAttachable<ILoggingEvent> appenders, Secrets secrets) {
        Iterator<Appender<ILoggingEvent>> all = appenders.iteratorForAppenders();
        while (all.hasNext()) {
            Appender<ILoggingEvent> appender = all.next();
            if (appender instanceof OutputStreamAppender<ILoggingEvent> writer) {
                writer.setEncoder(MaskingEncoder.around(writer.getEncoder(), secrets));
            } else if (appender instanceof AsyncAppenderBase<ILoggingEvent> queue) {
                keepSecret(queue, secrets);
            }
        }
    }

    private static void setLibraries(Level level) {
        for (String library : LIBRARIES) {
            if (LoggerFactory.getLogger(library) instanceof Logger logger) {
                logger.setLevel(level);
            }
        }
    }
}
