package io.journeystreams.runtime;

import io.journeystreams.registry.RegistryUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a thread that failed; its transaction is undone and its records are tried again. After too many failures the
 * processor stops. An absent registry passes, and is waited for without end.
 */
final class FailedThreads implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedThreads.class);
    private static final int REPLACEMENTS = 10;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final ReplacementBudget budget = new ReplacementBudget(REPLACEMENTS, WINDOW);
    private volatile Optional<String> lastFailure = Optional.empty();

    @Override
    public StreamThreadExceptionResponse handle(Throwable exception) {
        String failure = kindOf(exception);
        lastFailure = Optional.of(failure);
        if (isOfRegistry(exception)) {
            LOG.atWarn().addKeyValue("failure", failure).log("the registry is not there; the thread starts again");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        if (exception instanceof Error || isOfTopics(exception) || !budget.spend(System.currentTimeMillis())) {
            LOG.atError().addKeyValue("failure", failure).log("the processor gives up");
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.atError().addKeyValue("failure", failure).log("a thread failed and is replaced");
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Kind of the last failure, if there was one. */
    Optional<String> lastFailure() {
        return lastFailure;
    }

    private static boolean isOfRegistry(Throwable exception) {
        return causes(exception).anyMatch(RegistryUnavailableException.class::isInstance);
    }

    /** An input topic or the journal is gone: no thread can do without it, and a restart says which one is missing. */
    private static boolean isOfTopics(Throwable exception) {
        return causes(exception).anyMatch(MissingSourceTopicException.class::isInstance);
    }

    /** Classes of the exception and its causes; their messages may quote the payload. */
    private static String kindOf(Throwable exception) {
        return causes(exception)
                .map(cause -> cause.getClass().getSimpleName())
                .reduce((outer, inner) -> outer + " < " + inner)
                .orElseThrow();
    }

    private static Stream<Throwable> causes(Throwable exception) {
        return Stream.<Throwable>iterate(exception, cause -> cause != null, Throwable::getCause)
                .limit(10);
    }
}
