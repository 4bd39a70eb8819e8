package io.journeystreams.load.oracle;

import java.util.List;

/**
 * An entry of the journal that told a profile something: what the processor knew of whom, and when, can be read off it. What
 * follows from that is worked out here.
 *
 * @param profile that was told
 * @param arrival in the part of the journal that this profile reads
 * @param relayedBy profiles that had passed it on before, because they go on in another one (I3, I5), in their order
 */
public record JournalNews(String profile, Arrival arrival, List<String> relayedBy, Content content) {

    /** What it was told. */
    public sealed interface Content {}

    /** An input event. */
    public record Event(InputPlace input) implements Content {}

    /** All that another profile had known, and been told of (I3). {@code cause} is the event for which it gave it. */
    public record HandOver(String id, String from, String cause, long causedAtMs) implements Content {}

    /** A device: whom the event {@code cause} has seen on it (I2). */
    public record Sighting(String customer, String cause, long atMs) implements Content {}

    /** A device or a merged customer: nothing up to then is anybody's any more (I8). */
    public record Erasure(String customer, long atMs) implements Content {}

    public JournalNews {
        relayedBy = List.copyOf(relayedBy);
    }

    /** Whether this is what {@code earlier} has become after its profile had passed it on. */
    boolean isPassedOn(JournalNews earlier) {
        int passed = earlier.relayedBy.size();
        return content.equals(earlier.content)
                && relayedBy.size() > passed
                && relayedBy.subList(0, passed).equals(earlier.relayedBy)
                && relayedBy.get(passed).equals(earlier.profile);
    }
}
