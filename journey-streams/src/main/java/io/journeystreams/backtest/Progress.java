package io.journeystreams.backtest;

/** Told again and again how far a backtest has come. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = new Progress() {};

    /** So many events have been looked at, before the first is decided. */
    default void surveyed(long events) {}

    default void decided(long events, long ofEvents) {}
}
