package io.journeystreams.load.cli;

import java.util.Map;
import java.util.TreeMap;

/** Every way to end. */
enum LoadExit {
    HOLDS(0, "everything was checked and holds"),
    UNEXPECTED(1, "the run could not be set up or brought to its end"),
    USAGE(2, "the command line is wrong"),
    FAILS(30, "a check failed; the report says which"),
    OVER_BUDGET(31, "what was measured holds, and costs more than it must");

    private final int code;
    private final String meaning;

    LoadExit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    /** By number, for the help. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new TreeMap<>();
        for (LoadExit exit : values()) {
            meanings.put(String.valueOf(exit.code), exit.meaning);
        }
        return meanings;
    }
}
