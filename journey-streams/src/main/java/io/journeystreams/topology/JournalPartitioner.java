package io.journeystreams.topology;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Places journal entries: a watermark in every partition, everything else where the producer's own hash of the key would
 * put it, so that other writers and readers of the journal agree.
 */
public final class JournalPartitioner implements StreamPartitioner<byte[], byte[]> {

    /** No profile key starts like it. */
    private static final byte[] WATERMARK_KEY = "~watermark".getBytes(StandardCharsets.UTF_8);

    public static byte[] watermarkKey() {
        return WATERMARK_KEY.clone();
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int partitions) {
        return Optional.of(isWatermark(key) ? all(partitions) : Set.of(partitionOf(key, partitions)));
    }

    /** Where the entries of a profile are. */
    public static int partitionOf(String profile, int partitions) {
        return partitionOf(profile.getBytes(StandardCharsets.UTF_8), partitions);
    }

    private static boolean isWatermark(byte[] key) {
        return Arrays.equals(key, WATERMARK_KEY);
    }

    private static Set<Integer> all(int partitions) {
        return IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet());
    }

    private static int partitionOf(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
