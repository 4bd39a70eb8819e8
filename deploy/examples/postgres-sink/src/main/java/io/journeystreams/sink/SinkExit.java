package io.journeystreams.sink;

/** Every way to end, with its meaning. */
public enum SinkExit {
    STOPPED(0, "stopped on request"),
    UNEXPECTED(1, "a fault of this program"),
    SETTINGS(2, "the settings are wrong or incomplete"),
    KAFKA(3, "no broker answers, one does not let us in, or topics are missing"),
    REGISTRY(4, "the schema registry does not answer, or does not let us in"),
    DATABASE(5, "PostgreSQL does not answer, does not let us in, or refuses a statement"),
    TABLES(6, "tables are missing: run schema.sql and views.sql"),
    RECORD(7, "a record cannot be read; nothing after it was written"),
    GONE(8, "records were deleted from a topic before they were read"),
    TAKEN_OVER(9, "another sink has written this partition; start again");

    private final int code;
    private final String meaning;

    SinkExit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
