package io.journeystreams.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rule G7, as a reader of the topic sees it. */
@Timeout(10)
class StandingTest {

    @Test
    void highestRevisionStandsInWhateverOrderTheyCome() {
        Move first = AMove.of("a").at(1).stated();
        Move second = AMove.of("a").revision(2).at(2).to("DECISION", 5);

        assertThat(standing(first, second)).isEqualTo(new Standing.Result(List.of(second), 1, 0, 0));
        assertThat(standing(second, first)).isEqualTo(new Standing.Result(List.of(second), 1, 0, 0));
    }

    @Test
    void whatWasRetractedDoesNotStandUntilItIsToldAgain() {
        Move stated = AMove.of("a").at(1).stated();
        Move retracted = AMove.of("a").revision(2).at(2).retracted();
        Move again = AMove.of("a").revision(3).at(3).stated();

        assertThat(standing(stated, retracted)).isEqualTo(new Standing.Result(List.of(), 1, 0, 1));
        assertThat(standing(stated, retracted, again)).isEqualTo(new Standing.Result(List.of(again), 2, 0, 0));
    }

    @Test
    void whatWasSupersededDoesNotStandUntilItIsToldAgain() {
        Move stated = AMove.of("a").at(1).stated();
        Move instead = AMove.of("b").supersedes("a").at(2).stated();
        Move again = AMove.of("a").revision(2).at(3).stated();

        assertThat(standing(stated, instead)).isEqualTo(new Standing.Result(List.of(instead), 0, 1, 0));
        assertThat(standing(stated, instead, again).moves()).containsExactlyInAnyOrder(instead, again);
    }

    @Test
    void anEarlierRevisionThatSupersedesCountsToo() {
        Move gone = AMove.of("a").at(1).stated();
        Move instead = AMove.of("b").supersedes("a").at(2).stated();
        Move corrected = AMove.of("b").revision(2).at(3).to("DECISION", 5);

        assertThat(standing(gone, instead, corrected)).isEqualTo(new Standing.Result(List.of(corrected), 1, 1, 0));
    }

    @Test
    void whatWasSupersededStaysGoneWhenTheOtherIsRetracted() {
        Move gone = AMove.of("a").at(1).stated();
        Move instead = AMove.of("b").supersedes("a").at(2).stated();
        Move retracted = AMove.of("b").revision(2).at(3).retracted();

        assertThat(standing(gone, instead, retracted)).isEqualTo(new Standing.Result(List.of(), 1, 1, 1));
    }

    @Test
    void inOnePartitionItsOrderCountsAlsoWithinOneMillisecond() {
        Move stated = AMove.of("a").at(0, 1, 7).stated();
        Move instead = AMove.of("b").supersedes("a").at(0, 2, 7).stated();
        Move again = AMove.of("a").revision(2).at(0, 3, 7).stated();

        assertThat(standing(stated, instead).moves()).containsExactly(instead);
        assertThat(standing(stated, instead, again).moves()).containsExactlyInAnyOrder(instead, again);
    }

    @Test
    void acrossPartitionsTheIntakeCounts() {
        Move device = AMove.of("a").at(0, 900, 1).stated();
        Move customer = AMove.of("b").supersedes("a").at(1, 2, 2).stated();
        Move told = AMove.of("a").revision(2).at(0, 901, 3).stated();

        assertThat(standing(customer, device).moves()).containsExactly(customer);
        assertThat(standing(customer, device, told).moves()).containsExactlyInAnyOrder(customer, told);
    }

    @Test
    void whatIsToldAgainByAReplayChangesNothing() {
        List<Move> once = history(0);
        List<Move> twice = new ArrayList<>(once);
        twice.addAll(history(1_000));

        assertThat(Standing.of(withSupersedings(twice)).moves())
                .isEqualTo(Standing.of(withSupersedings(once)).moves());
    }

    @Test
    void orderOfReadingPartitionsChangesNothing() {
        List<Move> moves = new ArrayList<>(history(0));
        moves.add(AMove.of("x").supersedes("a", "d").at(1, 1, 70).stated());
        moves.add(AMove.of("y").supersedes("x").at(2, 1, 80).stated());
        moves.add(AMove.of("x").revision(2).at(1, 2, 90).stated());
        List<Move> expected = sorted(Standing.of(withSupersedings(moves)).moves());
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int i = 0; i < 200; i++) {
            Collections.shuffle(moves, random);
            assertThat(sorted(Standing.of(withSupersedings(moves)).moves()))
                    .as("seed " + seed)
                    .isEqualTo(expected);
        }
        assertThat(expected).extracting(Move::id).containsExactly("b", "c", "x", "y");
    }

    @Test
    void whatIsOnlyNamedWasToldBeforeTheLogBegins() {
        Move instead = AMove.of("b").supersedes("older than the log").at(1).stated();

        assertThat(standing(instead)).isEqualTo(new Standing.Result(List.of(instead), 0, 0, 0));
    }

    /** a is superseded by b, told again, retracted; c supersedes b, which is told again; d stands. */
    private static List<Move> history(long offset) {
        return List.of(
                AMove.of("a").at(0, offset + 1, 1).stated(),
                AMove.of("b").supersedes("a").at(0, offset + 2, 1).stated(),
                AMove.of("a").revision(2).at(0, offset + 3, 1).stated(),
                AMove.of("c").supersedes("b").at(0, offset + 4, 4).stated(),
                AMove.of("b").revision(2).at(0, offset + 5, 5).stated(),
                AMove.of("a").revision(3).at(0, offset + 6, 6).retracted(),
                AMove.of("d").at(0, offset + 7, 7).stated());
    }

    private static Standing.Result standing(Move... moves) {
        return Standing.of(withSupersedings(Arrays.asList(moves)));
    }

    private static List<Told> withSupersedings(List<Move> moves) {
        return moves.stream()
                .flatMap(move -> Stream.concat(
                        Stream.<Told>of(move), move.supersedes().stream().map(move::superseding)))
                .toList();
    }

    private static List<Move> sorted(List<Move> moves) {
        return moves.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }
}
