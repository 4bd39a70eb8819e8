package io.journeystreams.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.ProfileKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineIndexTest {

    private static final int ALL = Integer.MAX_VALUE;

    private final KeyValueStore<Bytes, byte[]> store = openStore();
    private final DeadlineIndex index = new DeadlineIndex(store);

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatIsDueComesInTheOrderOfTimeAndNothingElse() {
        index.add(deadline(300, "c"));
        index.add(deadline(-5, "b"));
        index.add(deadline(100, "a"));
        index.add(deadline(301, "d"));
        assertThat(index.due(300, ALL)).containsExactly(deadline(-5, "b"), deadline(100, "a"), deadline(300, "c"));
    }

    @Test
    void limitTakesTheEarliest() {
        index.add(deadline(300, "c"));
        index.add(deadline(100, "a"));
        index.add(deadline(200, "b"));
        assertThat(index.due(1_000, 2)).containsExactly(deadline(100, "a"), deadline(200, "b"));
    }

    @Test
    void profilesWithTheSameDeadlineAreAllDue() {
        index.add(deadline(100, "ä"));
        index.add(deadline(100, "a"));
        assertThat(index.due(100, ALL)).containsExactlyInAnyOrder(deadline(100, "ä"), deadline(100, "a"));
    }

    @Test
    void deadlineInThePastIsFoundAfterTheClockHasPassedIt() {
        index.add(deadline(100, "a"));
        assertThat(index.due(50, ALL)).isEmpty();
        index.add(deadline(10, "b"));
        assertThat(index.due(50, ALL)).containsExactly(deadline(10, "b"));
        index.remove(deadline(10, "b"));
        index.add(deadline(5, "c"));
        assertThat(index.due(50, ALL)).containsExactly(deadline(5, "c"));
    }

    /** Where a store on a disk has a tombstone, which a look walks over, this one has the entry, which a look finds. */
    @Test
    void whatFiredBeforeTheLastLookIsNotLookedAtAgainThoughAllIsDueAtOnce() {
        int portion = 10;
        List<Deadline> crowd =
                IntStream.range(100, 200).mapToObj(i -> deadline(100, "p" + i)).toList();
        DeadlineIndex other = new DeadlineIndex(store);
        crowd.forEach(index::add);
        List<Deadline> fired = new ArrayList<>();
        for (int i = 0; i < crowd.size() / portion; i++) {
            fired.subList(0, Math.max(0, fired.size() - portion)).forEach(other::add);
            fire(100, portion, fired);
        }
        assertThat(fired).containsExactlyElementsOf(crowd);
    }

    @Test
    void newInstanceFindsWhatAnotherStored() {
        index.add(deadline(100, "a"));
        assertThat(new DeadlineIndex(store).due(100, ALL)).containsExactly(deadline(100, "a"));
    }

    @Test
    void deadlinesInRandomOrderAllFireExactlyOnce() {
        long seed = Long.getLong("seed", new Random().nextLong());
        Random random = new Random(seed);
        List<Deadline> waiting = new ArrayList<>(IntStream.range(0, 2_000)
                .mapToObj(i -> deadline(random.nextInt(10_000), "p" + i))
                .toList());
        Collections.shuffle(waiting, random);
        List<Deadline> expected = new ArrayList<>(waiting);
        List<Deadline> fired = new ArrayList<>();

        for (long clock = 0; clock <= 10_000; clock += random.nextInt(200)) {
            addSome(waiting, random);
            fire(clock, 1 + random.nextInt(50), fired);
        }
        addSome(waiting, waiting.size());
        fire(10_000, ALL, fired);

        assertThat(fired).as("rerun with -Dseed=%d", seed).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(isEmpty()).as("rerun with -Dseed=%d", seed).isTrue();
    }

    private void addSome(List<Deadline> waiting, Random random) {
        addSome(waiting, Math.min(waiting.size(), random.nextInt(60)));
    }

    private void addSome(List<Deadline> waiting, int count) {
        for (int i = 0; i < count; i++) {
            index.add(waiting.remove(waiting.size() - 1));
        }
    }

    private void fire(long clock, int limit, List<Deadline> fired) {
        List<Deadline> due = index.due(clock, limit);
        assertThat(due).isSortedAccordingTo(Comparator.comparingLong(Deadline::dueAtMs));
        due.forEach(index::remove);
        fired.addAll(due);
    }

    private boolean isEmpty() {
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            return !entries.hasNext();
        }
    }

    private static Deadline deadline(long dueAtMs, String device) {
        return new Deadline(dueAtMs, ProfileKey.ofDevice(device));
    }

    private static KeyValueStore<Bytes, byte[]> openStore() {
        KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("deadlines"), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        return store;
    }
}
