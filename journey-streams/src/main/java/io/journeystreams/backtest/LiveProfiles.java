package io.journeystreams.backtest;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.state.StoredProfile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** All profiles, and those of them that wait for a deadline in the order of time. */
final class LiveProfiles {

    private static final Comparator<Entry> EARLIEST = Comparator.comparingLong(Entry::dueAtMs)
            .thenComparing(entry -> entry.profile().value());

    private final Map<ProfileKey, StoredProfile> profiles = new HashMap<>();
    private final PriorityQueue<Entry> index = new PriorityQueue<>(EARLIEST);

    private record Entry(long dueAtMs, ProfileKey profile) {}

    StoredProfile load(ProfileKey key) {
        StoredProfile stored = profiles.get(key);
        return stored == null ? StoredProfile.empty(key) : stored;
    }

    /** Entries that a profile has left behind are skipped when their time comes. */
    void save(StoredProfile before, StoredProfile after) {
        if (after.profile().isEmpty()) {
            profiles.remove(after.profile().key());
        } else {
            profiles.put(after.profile().key(), after);
        }
        if (after.indexedAtMs() != before.indexedAtMs() && after.indexedAtMs() != ProfileState.NEVER) {
            index.add(new Entry(after.indexedAtMs(), after.profile().key()));
        }
    }

    /** When the next entry is due, epoch milliseconds; {@link ProfileState#NEVER} if there is none. */
    long nextDueAtMs() {
        skipLeftBehind();
        Entry next = index.peek();
        return next == null ? ProfileState.NEVER : next.dueAtMs();
    }

    /** Takes the earliest entry out, if the clock has passed it. */
    Optional<StoredProfile> takeDue(long clockMs) {
        return nextDueAtMs() <= clockMs && !index.isEmpty()
                ? Optional.of(load(index.remove().profile()))
                : Optional.empty();
    }

    int size() {
        return profiles.size();
    }

    private void skipLeftBehind() {
        Entry next = index.peek();
        while (next != null && load(next.profile()).indexedAtMs() != next.dueAtMs()) {
            index.remove();
            next = index.peek();
        }
    }
}
