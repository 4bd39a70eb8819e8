package io.journeystreams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.Journey;
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

    private static final int LARGEST_BYTES = 900_000;
    private static final ProfileKey KEY = ProfileKey.ofDevice("d1");

    private final KeyValueStore<Bytes, byte[]> values = openStore("profiles");
    private final KeyValueStore<Bytes, byte[]> entries = openStore("deadlines");
    private final DeadlineIndex index = new DeadlineIndex(entries);
    private final ProfileStore profiles = new ProfileStore(values, index, new HeapBudget(0).share(), LARGEST_BYTES);

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

    @Test
    void whatHasChangedIsInTheStoreAfterTheCommitAndNotBefore() {
        ProfileStore behind = new ProfileStore(values, index, new HeapBudget(LARGEST_BYTES).share(), LARGEST_BYTES);
        StoredProfile first = stored().afterEvent(dueAt(100));
        StoredProfile second = first.afterEvent(dueAt(50));
        behind.save(stored(), behind.draft(stored(), first, StoredSize.exactly(1_000)));
        behind.save(first, behind.draft(first, second, StoredSize.exactly(1_000)));
        assertThat(values.get(ProfileStore.keyOf(KEY))).isNull();
        assertThat(behind.load(KEY)).isEqualTo(second);

        behind.write();

        assertThat(profiles.load(KEY)).isEqualTo(second);
        assertThat(allDeadlines()).containsExactly(new Deadline(50, KEY));
    }

    @Test
    void aLargeProfileIsInTheStoreAtOnce() {
        ProfileStore behind = new ProfileStore(values, index, new HeapBudget(LARGEST_BYTES).share(), LARGEST_BYTES);
        StoredProfile after = stored().afterEvent(dueAt(100));

        behind.save(stored(), behind.draft(stored(), after, StoredSize.exactly(LARGEST_BYTES / 4 + 1)));

        assertThat(profiles.load(KEY)).isEqualTo(after);
    }

    @Test
    void aProfileThatOutgrewWhatWasExpectedFailsTheCommitAndIsEncodedAtOnceFromThenOn() {
        // given
        int largest = 8;
        HeapBudget budget = new HeapBudget(LARGEST_BYTES);
        ProfileStore behind = new ProfileStore(values, index, budget.share(), largest);
        StoredProfile after = stored().afterEvent(dueAt(100));
        behind.save(stored(), behind.draft(stored(), after, StoredSize.exactly(1)));

        // when
        assertThatThrownBy(behind::write).isInstanceOf(OutgrownProfileException.class);

        // then
        ProfileStore again = new ProfileStore(values, index, budget.share(), largest);
        assertThat(again.draft(after, after, StoredSize.exactly(1)).mostBytes()).isGreaterThan(largest);
        assertThat(values.get(ProfileStore.keyOf(KEY))).isNull();
    }

    @Test
    @SuppressWarnings("NullAway") // a fault of the rules, such as no bound foresees
    void aProfileThatCannotBeEncodedFailsTheCommitAndIsEncodedAtOnceFromThenOn() {
        // given
        HeapBudget budget = new HeapBudget(LARGEST_BYTES);
        ProfileStore behind = new ProfileStore(values, index, budget.share(), LARGEST_BYTES);
        StoredProfile broken = stored().afterEvent(dueAt(100, null));
        behind.save(stored(), behind.draft(stored(), broken, StoredSize.exactly(1_000)));

        // when
        assertThatThrownBy(behind::write).isInstanceOf(NullPointerException.class);

        // then
        ProfileStore again = new ProfileStore(values, index, budget.share(), LARGEST_BYTES);
        assertThatThrownBy(() -> again.draft(stored(), broken, StoredSize.exactly(1_000)))
                .isInstanceOf(NullPointerException.class);
        assertThat(values.get(ProfileStore.keyOf(KEY))).isNull();
    }

    private void save(StoredProfile before, StoredProfile after) {
        profiles.save(before, profiles.encoded(after));
    }

    private List<Deadline> allDeadlines() {
        return new DeadlineIndex(entries).due(Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    private static StoredProfile stored() {
        return StoredProfile.empty(KEY);
    }

    private static ProfileState dueAt(long dueAtMs) {
        return dueAt(dueAtMs, ProfileState.empty(KEY).settled());
    }

    private static ProfileState dueAt(long dueAtMs, Journey settled) {
        ProfileState empty = ProfileState.empty(KEY);
        return new ProfileState(
                KEY,
                empty.identity(),
                settled,
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
