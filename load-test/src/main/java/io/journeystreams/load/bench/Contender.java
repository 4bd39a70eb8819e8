package io.journeystreams.load.bench;

import java.util.List;

/** Who takes part. */
public enum Contender {
    FLOOR(
            "floor",
            "Kafka Streams without state: reads and decodes every event and publishes as many records of the same size"
                    + " as the processor, spread evenly. It finds nothing; no job of this kind can cost less."),
    PLAIN(
            "plain Kafka Streams",
            "DSL session windows (gap 30 min, grace 2 min, published when the window closes), and a processor that keeps"
                    + " each device's cart in a RocksDB store and scans it once a minute of stream time for carts that"
                    + " are due. Lacks: identity and merging of devices (here every customer has one device, so no"
                    + " repartition), late purchases and corrections, bots, stages, profiles, cool-downs, dead letters."),
    FLINK(
            "Flink",
            "DataStream job on a cluster inside one process: one keyed process function with event-time timers (gap 30 min,"
                    + " 2 min out of order), a device's sessions and cart in one value in RocksDB, object reuse, a"
                    + " checkpoint every 100 ms, results in one transaction each. Lacks what plain lacks."),
    FLINK_1S(
            "Flink, 1 s",
            "the same with a checkpoint every second: results can be read, and a crash is made good, ten times later than"
                    + " those of the others. What it costs, in a row of its own; no budget."),
    JOURNEY("Journey Streams", "journey run with its default settings: the whole of the rules, every output.");

    private final String title;
    private final String description;

    Contender(String title, String description) {
        this.title = title;
        this.description = description;
    }

    String title() {
        return title;
    }

    /** What it does, and what it does not. */
    String description() {
        return description;
    }

    /** Where sessions and abandoned carts are; what they hold is compared with the truth, but for the floor's. */
    public List<String> resultTopics() {
        return switch (this) {
            case FLOOR -> List.of("floor.outputs");
            case PLAIN -> List.of("plain.sessions", "plain.abandonment");
            case FLINK, FLINK_1S -> List.of("flink.sessions", "flink.abandonment");
            case JOURNEY -> List.of("journey.sessions", "journey.abandonment");
        };
    }

    /** Milliseconds between commits, or checkpoints: what is done again after a crash, and how late results can be read. */
    int commitIntervalMs() {
        return this == FLINK_1S ? 1_000 : 100;
    }

    boolean hasResults() {
        return this != FLOOR;
    }
}
