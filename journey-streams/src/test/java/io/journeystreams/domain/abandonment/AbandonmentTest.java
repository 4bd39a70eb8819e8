package io.journeystreams.domain.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.CheckoutId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stays of what was left unfinished, what goes first, and what of it is counted (rules A1, A9, I6, S6). */
class AbandonmentTest {

    @Test
    void whatIsAtRestGoesFirstThenWhatHasAnAlertThenWhatIsArmed() {
        // given: the more under way, the longer ago
        List<Subject> subjects = many(Abandonment.MAX_SUBJECTS - 2, number -> armed("armed" + number, 1));
        subjects.add(Unfinished.alerted(Unfinished.alert(Kind.CART, "alerted", 900)));
        subjects.add(Unfinished.idle(Kind.CART, "at rest", 2_000));

        // then
        assertThat(firstToGo(subjects, 0)).isEmpty();
        assertThat(firstToGo(subjects, 1)).containsExactly("at rest");
        assertThat(firstToGo(subjects, 2)).containsExactly("alerted", "at rest");
        assertThat(firstToGo(subjects, 3)).hasSize(3).contains("armed0");
    }

    @Test
    void ofSubjectsLikeEachOtherTheOneGoesThatHasNotChangedForLongestThenTheLowerKindThenTheFirstByName() {
        // given
        List<Subject> subjects = many(Abandonment.MAX_SUBJECTS - 3, number -> armed("later" + number, 9));
        subjects.add(armed("b", 2));
        subjects.add(armed("a", 2));
        subjects.add(Unfinished.armed(Kind.SEARCH, "z", 2));

        // then
        assertThat(firstToGo(subjects, 1)).containsExactly("z");
        assertThat(firstToGo(subjects, 2)).containsExactly("a", "z");
        assertThat(firstToGo(subjects, 3)).containsExactlyInAnyOrder("b", "a", "z");
    }

    @Test
    void asMuchAsAProfileMayHoldIsNotTooMuch() {
        // given
        Abandonment subjects = state(many(Abandonment.MAX_SUBJECTS, number -> armed("k" + number, number)));
        Subject full = Unfinished.listing(armed("t1", 1), About.MAX_LINES);
        Subject alsoFull = Unfinished.listing(armed("t2", 2), About.MAX_LINES);
        Abandonment lines = Unfinished.abandonment(full, alsoFull);

        // then
        assertThat(subjects.isTooMuch()).isFalse();
        assertThat(lines.isTooMuch()).isFalse();
        assertThat(lines.bounded(9)).isEqualTo(lines);
        assertThat(subjects.with(armed("more", 1)).isTooMuch()).isTrue();
        assertThat(lines.with(Unfinished.listing(armed("t3", 3), 1)).isTooMuch())
                .isTrue();
    }

    @Test
    void whatHasNotChangedForLongestLosesItsListAndNothingElse() {
        // given
        Subject small = Unfinished.listing(armed("t1", 1), 1);
        Subject full = Unfinished.listing(armed("t2", 2), About.MAX_LINES);
        Subject alsoFull = Unfinished.listing(armed("t3", 3), About.MAX_LINES);
        Subject withoutList = armed("t0", 0);

        // when
        Abandonment bounded =
                Unfinished.abandonment(withoutList, alsoFull, full, small).bounded(9);

        // then
        assertThat(bounded.subjects())
                .containsExactlyInAnyOrder(withoutList, Unfinished.listing(small, 0), full, alsoFull);
        assertThat(bounded.tally().disarmed()).isEmpty();
    }

    @Test
    void looksListNothingThatCouldGo() {
        // given
        List<Subject> looks = many(
                Abandonment.MAX_SUBJECTS,
                number -> Unfinished.listing(Unfinished.armed(Kind.BROWSE, "p" + number, number), About.MAX_LINES));

        // then
        assertThat(state(looks).isTooMuch()).isFalse();
    }

    @Test
    void alertsComeByDeadlineTheHigherKindFirst() {
        // given
        Alert early = Unfinished.alert(Kind.CART, "k1", 10);
        Alert late = Unfinished.alert(Kind.CART, "k2", 20);
        Alert higher = Unfinished.alert(Kind.CHECKOUT, "t1", 20);
        Abandonment state = Unfinished.abandonment(Unfinished.alerted(late), Unfinished.alerted(higher));

        // then
        assertThat(new Abandonment(state.subjects(), List.of(early), Tally.ZERO).alerts())
                .containsExactly(early, higher, late);
        assertThat(state.hasAlert(late.id())).isTrue();
        assertThat(state.hasAlert(early.id())).isFalse();
    }

    @Test
    void cartOfACheckoutIsItsOwn() {
        // given
        Subject cart = armed("k1", 10);
        Subject till = Unfinished.armed(Kind.CHECKOUT, "k2", 10);
        Abandonment state = Unfinished.abandonment(
                cart,
                till.with(till.about().withReferences(Optional.of(new CheckoutId("t2")), Optional.empty(), List.of())));

        // then
        assertThat(state.cartOf(new CheckoutId("t2"))).isEqualTo(Unfinished.cart("k2"));
        assertThat(state.cartOf(new CheckoutId("t1"))).isEmpty();
    }

    @Test
    void onlyTheAlertWhoseLinkWasFollowedIsMarked() {
        // given
        Alert followed = Unfinished.alert(Kind.CART, "k1", 10);
        Alert other = Unfinished.alert(Kind.CART, "k2", 10);
        Abandonment state = Unfinished.abandonment(Unfinished.alerted(followed), Unfinished.alerted(other));

        // when
        Abandonment next = state.cameBackTo("https://shop.example/?a=" + followed.id());

        // then
        assertThat(history(next, "k1").linkFollowed()).isTrue();
        assertThat(history(next, "k2").linkFollowed()).isFalse();
    }

    @Test
    void whatTwoProfilesHaveLeftUnfinishedIsThereOnceAndCounted() {
        // given
        Abandonment one = Unfinished.abandonment(armed("ours", 10), armed("both", 20));
        Alert past = Unfinished.alert(Kind.CART, "past", 10);
        Abandonment other =
                new Abandonment(List.of(armed("both", 10), armed("theirs", 10)), List.of(past), Tally.ofArmed());

        // when
        Abandonment union = one.union(other);

        // then
        assertThat(union.subjects())
                .containsExactlyInAnyOrder(
                        armed("ours", 10),
                        SubjectMerge.of(armed("both", 20), armed("both", 10)).subject(),
                        armed("theirs", 10));
        assertThat(union.past()).containsExactly(past);
        assertThat(union.ended()).isEqualTo(Tally.ofArmed().plus(Tally.ofDisarmed(DisarmReason.MERGED)));
        assertThat(other.union(one).ended()).isEqualTo(union.ended());
    }

    @Test
    void mergeOfASubjectThatOneHadArmedEndsNothing() {
        // given
        Abandonment armed = Unfinished.abandonment(armed("k1", 10));
        Abandonment idle = Unfinished.abandonment(Unfinished.idle(Kind.CART, "k1", 20));

        // then
        assertThat(armed.union(idle).ended()).isEqualTo(Tally.ZERO);
        assertThat(idle.union(armed).tally().open()).isOne();
    }

    @Test
    void onlyWhatIsAtRestAndWhatWasPublishedIsForgotten() {
        // given
        Subject armed = armed("armed", 1);
        Subject alerted = Unfinished.alerted(Unfinished.alert(Kind.CART, "alerted", -200));
        Subject fresh = Unfinished.idle(Kind.CART, "fresh", 100);
        Subject stale = Unfinished.idle(Kind.CART, "stale", 99);
        Alert published = Unfinished.alert(Kind.CART, "published", -1);
        Alert waiting = Unfinished.alert(Kind.CART, "waiting", 0);

        // when
        Abandonment next = new Abandonment(
                        List.of(armed, alerted, fresh, stale), List.of(published, waiting), Tally.ofArmed())
                .forgetBefore(100, waiting.deadlineMs());

        // then
        assertThat(next).isEqualTo(new Abandonment(List.of(armed, alerted, fresh), List.of(waiting), Tally.ofArmed()));
    }

    @Test
    void pastAlertsAreKeptUpToABoundAndThoseThatReadersTakeToStand() {
        // given
        List<Alert> past = IntStream.range(0, Abandonment.MAX_PAST + 2)
                .mapToObj(number -> Unfinished.alert(Kind.CART, "k" + number, number))
                .toList();
        Abandonment full = new Abandonment(List.of(), past.subList(2, past.size()), Tally.ZERO);
        Abandonment fuller = new Abandonment(List.of(), past, Tally.ZERO);
        AlertLedger told =
                new AlertLedger(List.of(Unfinished.published(past.get(0), AlertOutput.State.ABANDONED)), 0, Trial.NONE);

        // then
        assertThat(full.keepingPast(AlertLedger.EMPTY)).isEqualTo(full);
        assertThat(fuller.keepingPast(AlertLedger.EMPTY)).isEqualTo(full);
        assertThat(fuller.keepingPast(told).past())
                .hasSize(Abandonment.MAX_PAST + 1)
                .contains(past.get(0))
                .doesNotContain(past.get(1));
    }

    @Test
    void whatAProgramHasArmedIsDisarmedFromTheStartOfItsSessionUntilNow() {
        // given
        Abandonment state =
                Unfinished.abandonment(armed("before", 9), armed("first", 10), armed("last", 20), armed("after", 21));

        // when
        Abandonment next = state.quarantine(10, 20);

        // then
        assertThat(next.subjects())
                .filteredOn(Subject::isArmed)
                .containsExactlyInAnyOrder(armed("before", 9), armed("after", 21));
        assertThat(next.tally().disarmed(DisarmReason.BOT)).isEqualTo(2);
    }

    private static List<String> firstToGo(List<Subject> subjects, int beyond) {
        Abandonment state = state(subjects);
        for (int number = 0; number < beyond; number++) {
            state = state.with(Unfinished.armed(Kind.CHECKOUT, "new" + number, 10_000));
        }
        Abandonment bounded = state.bounded(20_000);
        return subjects.stream()
                .filter(subject -> bounded.find(subject.key()).isEmpty())
                .map(subject -> subject.key().id())
                .sorted()
                .toList();
    }

    private static AlertHistory history(Abandonment state, String cart) {
        return state.find(new SubjectKey(Kind.CART, cart)).orElseThrow().alerts();
    }

    private static Subject armed(String cart, long atMs) {
        return Unfinished.armed(Kind.CART, cart, atMs);
    }

    private static List<Subject> many(int subjects, IntFunction<Subject> subject) {
        return new ArrayList<>(IntStream.range(0, subjects).mapToObj(subject).toList());
    }

    private static Abandonment state(List<Subject> subjects) {
        return new Abandonment(subjects, List.of(), Tally.ZERO);
    }
}
