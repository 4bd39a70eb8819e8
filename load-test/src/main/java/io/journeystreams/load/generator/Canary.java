package io.journeystreams.load.generator;

/** Addresses of nobody, put into events where real ones would stand: wherever else they turn up, personal data leaks (O6). */
public final class Canary {

    /** An e-mail address that is found nowhere by accident. */
    public static final String EMAIL = "canary.4f1c9e@private.example";

    /** A telephone number that is found nowhere by accident. */
    public static final String PHONE = "+4915150714199";

    private Canary() {}
}
