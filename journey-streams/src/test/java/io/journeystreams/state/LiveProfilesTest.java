package io.journeystreams.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.state.codec.EncodedEvents;
import io.journeystreams.state.codec.ProfileCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveProfilesTest {

    /** Of ten bytes of heap for one of the store. */
    private static final int STORED_BYTES = 10;

    private final HeapBudget budget = new HeapBudget(300);
    private final LiveProfiles profiles = new LiveProfiles(budget.share(), this::write);
    private final List<String> written = new ArrayList<>();
    private final List<@Nullable EncodedEvents> known = new ArrayList<>();
    private final EncodedEvents events = new ProfileCodec().eventsOf(StoredProfile.empty(key("a")), null);

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
        profiles.putWritten(StoredProfile.empty(key("a")), 31);

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

    @Test
    void whatHasChangedIsWrittenOnce() {
        putUnwritten("a", "b", "a");

        profiles.write();
        profiles.write();

        assertThat(written).containsExactlyInAnyOrder("a", "b");
        assertThat(inUse()).containsExactly("a", "b");
    }

    @Test
    void whatHasChangedAndMustMakeRoomIsWrittenFirst() {
        putUnwritten("a");

        put("b", "c", "d");
        profiles.write();

        assertThat(inUse()).containsExactly("b", "c", "d");
        assertThat(written).containsExactly("a");
    }

    @Test
    void whatWasWrittenMeanwhileOrIsGoneIsNotWrittenAgain() {
        putUnwritten("a", "b");

        put("a");
        profiles.remove(key("b"));
        profiles.write();

        assertThat(written).isEmpty();
    }

    @Test
    void oneThatHasBeenWrittenTakesTheRoomThatItTakes() {
        profiles.putUnwritten(StoredProfile.empty(key("a")), StoredSize.exactly(3 * STORED_BYTES));

        profiles.write();
        put("b", "c");

        assertThat(inUse()).containsExactly("a", "b", "c");
    }

    @Test
    void oneThatWaitsTakesTheRoomThatItIsLikelyToTake() {
        // given
        profiles.putUnwritten(StoredProfile.empty(key("a")), new StoredSize(100 * STORED_BYTES, STORED_BYTES));

        // when
        put("b", "c");

        // then
        assertThat(inUse()).containsExactly("a", "b", "c");
        assertThat(profiles.size(key("a"))).contains(new StoredSize(100 * STORED_BYTES, STORED_BYTES));
    }

    private void putUnwritten(String... names) {
        Stream.of(names)
                .forEach(name ->
                        profiles.putUnwritten(StoredProfile.empty(key(name)), StoredSize.exactly(STORED_BYTES)));
    }

    @Test
    void whatIsKnownOfItsEventsIsThereWhenItIsWrittenAgain() {
        putUnwritten("a");
        profiles.write();
        putUnwritten("a");
        profiles.write();

        assertThat(known).hasSize(2);
        assertThat(known.get(0)).as("first time").isNull();
        assertThat(known.get(1)).as("second time").isSameAs(events);
    }

    private LiveProfiles.Written write(StoredProfile profile, @Nullable EncodedEvents before) {
        written.add(profile.profile().key().value().substring("d:".length()));
        known.add(before);
        return new LiveProfiles.Written(STORED_BYTES, events);
    }

    private void put(String... names) {
        Stream.of(names).forEach(name -> profiles.putWritten(StoredProfile.empty(key(name)), STORED_BYTES));
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
