package io.journeystreams.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.mining.Told.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class BucketsTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whatIsReadIsWhatWasLaidAside() throws IOException {
        // given
        Move whole = AMove.of("a".repeat(100_000))
                .supersedes("b", "c")
                .at(3, 1L << 40, 5)
                .on("phone \0 \uD83D\uDE00");
        Move bare = bare("d");
        Superseding superseding = new Superseding("b", "a", 7, 8, new Position(2, 9));
        Buckets buckets = new Buckets(directory, "x", 1);

        // when
        buckets.add("k", whole);
        buckets.add("k", superseding);
        buckets.add("k", bare);

        // then
        List<Told> read = new ArrayList<>();
        buckets.drain(read::addAll);
        assertThat(read).containsExactly(whole, superseding, bare);
    }

    @Test
    void filesHoldAboutAsMuchAsEachOtherAndAreGoneAtTheEnd() throws IOException {
        // given
        int count = 16;
        int records = 16_000;
        Buckets buckets = new Buckets(directory, "x", count);
        for (int i = 0; i < records; i++) {
            String id = UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)})
                    .toString();
            buckets.add(id, AMove.of(id).at(i).stated());
        }
        assertThat(filesIn(directory)).isEqualTo(count);

        // when
        List<Integer> sizes = new ArrayList<>();
        buckets.drain(bucket -> sizes.add(bucket.size()));

        // then
        assertThat(sizes).hasSize(count).allSatisfy(size -> assertThat(size).isBetween(850, 1_150));
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(records);
        assertThat(filesIn(directory)).isZero();
    }

    @Test
    void whatHasTheSameKeyIsTogetherAndInOrder() throws IOException {
        // given
        Buckets buckets = new Buckets(directory, "x", 7);
        for (int i = 0; i < 1_000; i++) {
            buckets.add("key " + i % 50, AMove.of("key " + i % 50).at(i).stated());
        }

        // when
        Map<String, List<Long>> offsets = new HashMap<>();
        Map<String, Integer> seenIn = new HashMap<>();
        int[] bucketNumber = {0};
        buckets.drain(bucket -> {
            bucketNumber[0]++;
            for (Told told : bucket) {
                offsets.computeIfAbsent(told.id(), id -> new ArrayList<>())
                        .add(told.position().offset());
                assertThat(seenIn.merge(told.id(), bucketNumber[0], (one, other) -> one))
                        .isEqualTo(bucketNumber[0]);
            }
        });

        // then
        assertThat(offsets).hasSize(50);
        assertThat(offsets.values())
                .allSatisfy(ofKey -> assertThat(ofKey).hasSize(20).isSorted());
    }

    @Test
    void filesGrowInNumberWithTheLogAndThenInSize() {
        assertThat(LogExport.bucketsFor(0)).isEqualTo(1);
        assertThat(LogExport.bucketsFor(LogExport.RECORDS_IN_MEMORY - 1)).isEqualTo(1);
        assertThat(LogExport.bucketsFor(1_000_000)).isEqualTo(51);
        assertThat(LogExport.bucketsFor(Long.MAX_VALUE)).isEqualTo(LogExport.MOST_BUCKETS);
    }

    private static Move bare(String id) {
        Move usual = AMove.of(id).stated();
        return new Move(
                id,
                1,
                true,
                List.of(),
                usual.emittedAtMs(),
                usual.position(),
                "",
                usual.reason(),
                "",
                "",
                -1,
                "",
                0,
                OptionalLong.empty(),
                usual.reason(),
                usual.reason(),
                usual.reason(),
                false,
                true,
                true,
                usual.reason());
    }

    private static long filesIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.count();
        }
    }
}
