package io.journeystreams.cli;

import io.journeystreams.config.InvalidConfigException;
import io.journeystreams.registry.RegistryRefusedException;
import io.journeystreams.registry.RegistryUnavailableException;
import io.journeystreams.runtime.StartupException;
import io.journeystreams.topics.BrokerUnreachableException;
import io.journeystreams.topics.TopicNotCreatedException;

/** A command that did not succeed: how it ends, and what to tell people. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode exit;
    private final String text;

    /** @param message says what, where and what to do next */
    Failure(ExitCode exit, String message) {
        super(message);
        this.exit = exit;
        this.text = message;
    }

    Failure(ExitCode exit, String message, Throwable cause) {
        super(message, cause);
        this.exit = exit;
        this.text = message;
    }

    /** What a failure of one of our parts means for the command. */
    static Failure of(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof Failure known) {
            return known;
        }
        if (failure instanceof InvalidConfigException) {
            return new Failure(ExitCode.CONFIGURATION, message, failure);
        }
        if (failure instanceof BrokerUnreachableException) {
            return new Failure(
                    ExitCode.BROKER, message + "; check kafka.bootstrapServers and kafka.properties", failure);
        }
        if (failure instanceof TopicNotCreatedException) {
            return new Failure(ExitCode.TOPICS, message, failure);
        }
        if (failure instanceof RegistryUnavailableException || failure instanceof RegistryRefusedException) {
            return new Failure(ExitCode.REGISTRY, message + "; check registry.url and registry.properties", failure);
        }
        if (failure instanceof StartupException startup) {
            return switch (startup.problem()) {
                case MISSING_TOPICS ->
                    new Failure(ExitCode.TOPICS, message + "; create them with: journey topics create", failure);
                case CLUSTER_UNREACHABLE -> new Failure(ExitCode.BROKER, message, failure);
            };
        }
        return new Failure(
                ExitCode.UNEXPECTED,
                "unexpected " + failure.getClass().getSimpleName() + ": " + message + "; --verbose shows where",
                failure);
    }

    String text() {
        return text;
    }

    ExitCode exit() {
        return exit;
    }
}
