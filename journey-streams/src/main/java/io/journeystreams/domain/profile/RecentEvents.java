package io.journeystreams.domain.profile;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Weight;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;

/**
 * Events in the order of rule T9, and what they weigh at the most: that is asked before each decision, and must not take longer the more of
 * them there are. Immutable.
 */
public final class RecentEvents extends AbstractList<JourneyEvent> implements RandomAccess {

    public static final RecentEvents NONE = new RecentEvents(new JourneyEvent[0], new int[0], 0);

    private final JourneyEvent[] events;

    /** Of the events' ids: an event is asked for its own only where they are the same. */
    private final int[] hashes;

    private final long mostBytes;

    private RecentEvents(JourneyEvent[] events, int[] hashes, long mostBytes) {
        this.events = events;
        this.hashes = hashes;
        this.mostBytes = mostBytes;
    }

    /** @param events in the order of rule T9 */
    public static RecentEvents of(List<JourneyEvent> events) {
        if (events instanceof RecentEvents recent) {
            return recent;
        }
        int[] hashes = new int[events.size()];
        long mostBytes = 0;
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = events.get(i).id().hashCode();
            mostBytes += Weight.atMost(events.get(i));
        }
        return new RecentEvents(events.toArray(new JourneyEvent[0]), hashes, mostBytes);
    }

    @Override
    public JourneyEvent get(int index) {
        return events[index];
    }

    @Override
    public int size() {
        return events.length;
    }

    /** What they weigh together at the most ({@link Weight#atMost}), bytes. */
    public long mostBytes() {
        return mostBytes;
    }

    /** The same objects are its first: to compare what they hold would cost more than it spares. */
    @SuppressWarnings("ReferenceEquality")
    public boolean beginWith(RecentEvents first) {
        boolean are = first.events.length <= events.length;
        for (int i = first.events.length - 1; are && i >= 0; i--) {
            are = first.events[i] == events[i];
        }
        return are;
    }

    public boolean hasSeen(EventId id) {
        int hash = id.hashCode();
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] == hash && events[i].id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** @param event one that is not among them */
    public RecentEvents with(JourneyEvent event) {
        int place = -1 - Collections.binarySearch(this, event, JourneyEvent.ORDER);
        JourneyEvent[] next = new JourneyEvent[events.length + 1];
        System.arraycopy(events, 0, next, 0, place);
        next[place] = place == 0 ? event : sharing(event, events[place - 1]);
        System.arraycopy(events, place, next, place + 1, events.length - place);
        int[] nextHashes = Arrays.copyOf(hashes, next.length);
        System.arraycopy(hashes, place, nextHashes, place + 1, hashes.length - place);
        nextHashes[place] = event.id().hashCode();
        return new RecentEvents(next, nextHashes, mostBytes + Weight.atMost(event));
    }

    private static JourneyEvent sharing(JourneyEvent event, JourneyEvent before) {
        return EventTypes.read(event.occurrence().sharing(before.occurrence()));
    }
}
