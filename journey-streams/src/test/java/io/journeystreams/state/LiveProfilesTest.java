package io.journeystreams.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.ProfileKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveProfilesTest {

    /** Of ten bytes of heap for one of the store. */
    private static final int STORED_BYTES = 10;

    private final HeapBudget budget = new HeapBudget(300);
    private final LiveProfiles profiles = new LiveProfiles(budget.share());

    @Test
    void thoseThatWereUsedLastAreKept() {
        put("a", "b", "c");
        profiles.get(key("a"));

        put("d");

        assertThat(inUse()).containsExactly("a", "c", "d");
    }

    @Test
    void aProfileThatIsPutAgainCountsOnce() {
        put("a", "a", "a", "a", "b", "c");

        assertThat(inUse()).containsExactly("a", "b", "c");
    }

    @Test
    void aProfileThatIsRemovedMakesRoom() {
        put("a", "b", "c");

        profiles.remove(key("b"));
        put("d");

        assertThat(inUse()).containsExactly("a", "c", "d");
    }

    @Test
    void oneThatIsLargerThanTheBudgetIsNotKept() {
        profiles.put(StoredProfile.empty(key("a")), 31);

        assertThat(inUse()).isEmpty();
    }

    @Test
    void tasksShareTheBudgetEvenly() {
        put("a", "b", "c");

        HeapBudget.Share another = budget.share();
        put("d");
        assertThat(inUse()).containsExactly("d");

        another.close();
        put("e", "f");
        assertThat(inUse()).containsExactly("d", "e", "f");
    }

    private void put(String... names) {
        Stream.of(names).forEach(name -> profiles.put(StoredProfile.empty(key(name)), STORED_BYTES));
    }

    private List<String> inUse() {
        return Stream.of("a", "b", "c", "d", "e", "f")
                .filter(name -> profiles.get(key(name)) != null)
                .toList();
    }

    private static ProfileKey key(String name) {
        return ProfileKey.ofDevice(name);
    }
}
