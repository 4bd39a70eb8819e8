package io.journeystreams.load.steady;

/** Outputs of which it is known which event brings them, and that they come at once. */
enum OutputKind {
    STAGE("stage transitions", "journey.stage-transitions"),
    PICTURE("profile pictures", "journey.profiles");

    private final String title;
    private final String topic;

    OutputKind(String title, String topic) {
        this.title = title;
        this.topic = topic;
    }

    String title() {
        return title;
    }

    String topic() {
        return topic;
    }
}
