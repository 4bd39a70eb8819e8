package io.journeystreams.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfileStoreTest {

    private static final ProfileKey KEY = ProfileKey.ofDevice("d1");

    private final KeyValueStore<Bytes, byte[]> values = openStore("profiles");
    private final KeyValueStore<Bytes, byte[]> entries = openStore("deadlines");
    private final DeadlineIndex index = new DeadlineIndex(entries);
    private final ProfileStore profiles = new ProfileStore(values, index, new HeapBudget(0).share());

    @AfterEach
    void closeStores() {
        values.close();
        entries.close();
    }

    @Test
    void profileThatWasNeverSeenIsEmptyAndNotIndexed() {
        assertThat(profiles.load(KEY)).isEqualTo(new StoredProfile(ProfileState.empty(KEY), ProfileState.NEVER));
    }

    @Test
    void firstDeadlineIsIndexed() {
        save(StoredProfile.empty(KEY), stored().afterEvent(dueAt(100)));
        assertThat(allDeadlines()).containsExactly(new Deadline(100, KEY));
        assertThat(profiles.load(KEY).indexedAtMs()).isEqualTo(100);
    }

    @Test
    void postponedDeadlineLeavesTheIndexAsItIs() {
        StoredProfile first = stored().afterEvent(dueAt(100));
        StoredProfile postponed = first.afterEvent(dueAt(200));
        assertThat(postponed.indexedAtMs()).isEqualTo(100);
        assertThat(first.afterEvent(dueAt(ProfileState.NEVER)).indexedAtMs()).isEqualTo(100);
    }

    @Test
    void earlierDeadlineTakesThePlaceOfTheLaterOne() {
        StoredProfile first = stored().afterEvent(dueAt(100));
        save(StoredProfile.empty(KEY), first);
        save(first, first.afterEvent(dueAt(50)));
        assertThat(allDeadlines()).containsExactly(new Deadline(50, KEY));
    }

    @Test
    void entryThatPoppedComesBackAtTheNextDeadlineOrNotAtAll() {
        StoredProfile first = stored().afterEvent(dueAt(100));
        save(StoredProfile.empty(KEY), first);
        StoredProfile next = first.afterDeadline(dueAt(300));
        save(first, next);
        assertThat(allDeadlines()).containsExactly(new Deadline(300, KEY));
        save(next, next.afterDeadline(dueAt(ProfileState.NEVER)));
        assertThat(allDeadlines()).isEmpty();
    }

    private void save(StoredProfile before, StoredProfile after) {
        profiles.save(before, after, profiles.encode(after));
    }

    private List<Deadline> allDeadlines() {
        return new DeadlineIndex(entries).due(Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    private static StoredProfile stored() {
        return StoredProfile.empty(KEY);
    }

    private static ProfileState dueAt(long dueAtMs) {
        ProfileState empty = ProfileState.empty(KEY);
        return new ProfileState(
                KEY,
                empty.identity(),
                empty.settled(),
                empty.settledUntilMs(),
                empty.recent(),
                empty.sessions(),
                empty.alerts(),
                empty.facts(),
                empty.tally(),
                dueAtMs);
    }

    private static KeyValueStore<Bytes, byte[]> openStore(String name) {
        KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        return store;
    }
}
