package io.journeystreams.topics;

/** The broker refused to create a topic. */
public final class TopicNotCreatedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TopicNotCreatedException(String topic, Throwable cause) {
        super(topic + ": the broker refused to create it: " + cause.getMessage(), cause);
    }
}
