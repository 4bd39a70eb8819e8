package io.journeystreams.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every way to end, with its meaning. The launcher adds 20 (no usable Java), 21 (no usable Maven) and 22 (build failed). */
public enum ExitCode {
    OK(0, "done, or stopped on request"),
    UNEXPECTED(1, "a fault of this program; --verbose shows where"),
    USAGE(2, "the command line is wrong"),
    CONFIGURATION(3, "the configuration is wrong or incomplete"),
    BROKER(4, "no broker answers, or none lets us in"),
    REGISTRY(5, "the schema registry does not answer, or does not let us in"),
    TOPICS(6, "topics are missing, misconfigured, not permitted or cannot be created"),
    SCHEMAS(7, "schemas are missing in the registry or incompatible with it"),
    STATE_DIRECTORY(8, "the state directory cannot be used"),
    STREAM_THREAD(9, "the processor stopped because a stream thread failed"),
    HTTP(10, "the address for health and metrics is in use or not ours"),
    FILES(11, "a file cannot be read or written"),
    PROCESSOR(12, "no running processor answers, or it does not let us in"),
    PROFILE(13, "nothing is known of the profile"),
    UNFITTABLE(14, "the orders do not allow a churn model to be fitted or measured"),
    NOT_YET(15, "the erasure was sent, and is not carried out yet"),
    REDRIVE(
            16,
            "another redrive took over, or a transaction on the dead letters stays open; nothing was applied twice"),
    RESET(17, "a reset was refused: the group has members, or something would be lost; nothing was changed");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    /** By number, for the help. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitCode exit : values()) {
            meanings.put(String.valueOf(exit.code), exit.meaning);
        }
        return meanings;
    }
}
