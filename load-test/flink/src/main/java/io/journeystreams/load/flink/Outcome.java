package io.journeystreams.load.flink;

/** A record to be published; a POJO as Flink understands it. */
public final class Outcome {

    static final String SESSIONS = "flink.sessions";
    static final String ABANDONMENT = "flink.abandonment";

    public String topic = "";
    public String device = "";
    public byte[] value = {};

    /** For Flink. */
    public Outcome() {}

    Outcome(String topic, String device, byte[] value) {
        this.topic = topic;
        this.device = device;
        this.value = value;
    }
}
