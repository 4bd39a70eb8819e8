package io.journeystreams.load.faults;

/**
 * Something that goes wrong for a while.
 *
 * @param atMs when, milliseconds after the run began
 * @param lastsMs until it is put right again
 * @param instance whose, from 0; of no meaning for broker and registry
 */
record Fault(Kind kind, long atMs, long lastsMs, int instance) {

    /** Whom it befalls. */
    enum Place {
        INSTANCE,
        BROKER,
        REGISTRY
    }

    /** What goes wrong; the shortest and longest time, milliseconds. */
    enum Kind {
        KILLED(Place.INSTANCE, 500, 4_000, "killed with -9 and started again"),
        STATE_LOST(Place.INSTANCE, 500, 4_000, "killed with -9, its state deleted, started again"),
        STOPPED(Place.INSTANCE, 9_000, 11_000, "stopped by SIGTERM and started again"),
        FROZEN(Place.INSTANCE, 7_500, 10_000, "frozen for longer than its session"),
        CUT(Place.INSTANCE, 1_000, 8_000, "cut off from the broker"),
        SILENT(Place.INSTANCE, 2_000, 9_000, "connected to the broker, and nothing comes through"),
        SLOW(Place.INSTANCE, 3_000, 8_000, "a slow network to the broker"),
        BROKER_KILLED(Place.BROKER, 500, 4_000, "killed with -9 and started again"),
        REGISTRY_AWAY(Place.REGISTRY, 2_000, 9_000, "not there");

        private final Place place;
        private final long shortestMs;
        private final long longestMs;
        private final String meaning;

        Kind(Place place, long shortestMs, long longestMs, String meaning) {
            this.place = place;
            this.shortestMs = shortestMs;
            this.longestMs = longestMs;
            this.meaning = meaning;
        }

        Place place() {
            return place;
        }

        long shortestMs() {
            return shortestMs;
        }

        long longestMs() {
            return longestMs;
        }
    }

    long endMs() {
        return atMs + lastsMs;
    }

    /** Who is affected: of one name there is one at a time. */
    String victim() {
        return switch (kind.place()) {
            case INSTANCE -> "instance-" + (instance + 1);
            case BROKER -> "broker";
            case REGISTRY -> "registry";
        };
    }

    @Override
    public String toString() {
        return victim() + " " + kind.meaning + " (" + lastsMs + " ms)";
    }
}
