package io.journeystreams.runtime;

import io.journeystreams.registry.RegistryUnavailableException;
import io.journeystreams.runtime.StopReason.NotPermitted;
import java.time.Duration;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
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
    private volatile StopReason reason = new StopReason.GaveUp("unknown");

    @Override
    public StreamThreadExceptionResponse handle(Throwable exception) {
        String failure = kindOf(exception);
        reason = reasonOf(exception, failure);
        if (isOfRegistry(exception)) {
            LOG.atWarn().addKeyValue("failure", failure).log("the registry is not there; the thread starts again");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        boolean isForLong = exception instanceof Error || isOfTopics(exception) || reason instanceof NotPermitted;
        if (isForLong || !budget.spend(System.currentTimeMillis())) {
            LOG.atError().addKeyValue("failure", failure).log("the processor gives up");
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.atError().addKeyValue("failure", failure).log("a thread failed and is replaced");
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** What the last failure says to those who ask why it stopped. */
    StopReason reason() {
        return reason;
    }

    /** Rights do not come back by themselves, and a restart says which one is missing. */
    private static StopReason reasonOf(Throwable exception, String failure) {
        return causes(exception)
                .filter(AuthorizationException.class::isInstance)
                .findFirst()
                .<StopReason>map(cause -> new NotPermitted(resourceOf(cause)))
                .orElseGet(() -> new StopReason.GaveUp(failure));
    }

    private static String resourceOf(Throwable refusal) {
        if (refusal instanceof TopicAuthorizationException topics) {
            return "topic " + String.join(", ", new TreeSet<>(topics.unauthorizedTopics()));
        }
        if (refusal instanceof GroupAuthorizationException group) {
            return "consumer group " + group.groupId();
        }
        return refusal instanceof TransactionalIdAuthorizationException
                ? "its transactional ids"
                : refusal.getClass().getSimpleName();
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
