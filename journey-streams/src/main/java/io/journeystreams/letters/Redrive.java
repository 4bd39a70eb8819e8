package io.journeystreams.letters;

import io.journeystreams.topology.LetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts dead letters back to where they came from, each once. In one transaction a record goes to its source topic, and a mark of
 * its position to the dead letters; whoever begins later has first ended every transaction of whoever came before, and then reads
 * all marks. So neither a kill in the middle nor two who redrive at once apply a letter twice.
 *
 * <p>Marks have neither key nor value, and the retention of the letters that they speak of. For one thread.
 */
public final class Redrive implements AutoCloseable {

    /** Letters in one transaction. */
    private static final int BATCH = 100;

    /** What is not after 1970 was refused for its time. */
    private static final long OLDEST_MS = 1;

    private static final String LIMIT_MS = "10000";
    private static final int LARGEST_REQUEST = 2 * 1024 * 1024;

    private final String deadLetters;
    private final DeadLetterReader reader;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<?>> batch = new ArrayList<>();
    private int inBatch;

    /**
     * Ends what an earlier redrive has begun.
     *
     * @param application whose dead letters they are
     * @param deadLetters their topic
     * @throws KafkaException if the brokers do not answer, or do not let us
     */
    public Redrive(Map<String, String> clientProperties, String application, String deadLetters, Duration patience) {
        this.deadLetters = deadLetters;
        this.reader = new DeadLetterReader(clientProperties, deadLetters, patience);
        this.producer = producer(clientProperties, application + "-dead-letters-redrive");
        producer.initTransactions();
    }

    /** What came of it, letters. */
    public record Result(int redriven, int before, int impossible) {}

    /** Told after every transaction. */
    public interface Progress {
        void redriven(int letters);
    }

    /**
     * @throws org.apache.kafka.common.errors.ProducerFencedException if somebody else has begun to redrive meanwhile
     * @throws KafkaException if the brokers do not take it; what was committed stays, and is not put back again
     */
    public Result run(LetterFilter filter, Progress progress) {
        Set<LetterPosition> done = reader.redriven();
        int[] counts = new int[3];
        reader.forEach(letter -> {
            if (!filter.takes(letter)) {
                return;
            }
            if (done.contains(letter.position())) {
                counts[1]++;
            } else if (letter.obstacle().isPresent()) {
                counts[2]++;
            } else {
                add(letter);
                counts[0]++;
                commitIfFull(counts[0], progress);
            }
        });
        commit(counts[0], progress);
        return new Result(counts[0], counts[1], counts[2]);
    }

    private void add(DeadLetter letter) {
        if (inBatch == 0) {
            producer.beginTransaction();
        }
        batch.add(producer.send(original(letter)));
        batch.add(producer.send(mark(letter.position())));
        inBatch++;
    }

    private void commitIfFull(int redriven, Progress progress) {
        if (inBatch == BATCH) {
            commit(redriven, progress);
        }
    }

    private void commit(int redriven, Progress progress) {
        if (inBatch == 0) {
            return;
        }
        batch.forEach(Redrive::requireSent);
        producer.commitTransaction();
        batch.clear();
        inBatch = 0;
        progress.redriven(redriven);
    }

    /** As it was, in the partition where it was; a time that nobody could read becomes that of now. */
    private ProducerRecord<byte[], byte[]> original(DeadLetter letter) {
        @Nullable Long atMs = letter.originalAtMs() < OLDEST_MS ? null : Long.valueOf(letter.originalAtMs());
        Headers headers = new RecordHeaders();
        for (Header header : letter.record().headers()) {
            boolean isOriginal = !LetterHeaders.OF_THE_LETTER.contains(header.key())
                    && !header.key().equals(LetterHeaders.REDRIVES)
                    && !header.key().equals(LetterHeaders.REDRIVEN_FROM);
            if (isOriginal) {
                headers.add(header);
            }
        }
        headers.add(LetterHeaders.REDRIVEN_FROM, bytes(deadLetters + "-" + letter.position()));
        headers.add(LetterHeaders.REDRIVES, bytes(String.valueOf(letter.redrives() + 1)));
        return new ProducerRecord<>(
                letter.sourceTopic(),
                letter.sourcePartition(),
                atMs,
                letter.record().key(),
                letter.record().value(),
                headers);
    }

    private ProducerRecord<byte[], byte[]> mark(LetterPosition position) {
        ProducerRecord<byte[], byte[]> mark = new ProducerRecord<>(deadLetters, position.partition(), null, null);
        mark.headers().add(LetterHeaders.DONE, bytes(position.toString()));
        return mark;
    }

    private static void requireSent(Future<?> sending) {
        try {
            var unused = sending.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, String> clientProperties, String id) {
        Map<String, Object> config = new HashMap<>(clientProperties);
        config.put("transactional.id", id);
        config.put("transaction.timeout.ms", LIMIT_MS);
        config.put("max.block.ms", LIMIT_MS);
        config.put("request.timeout.ms", "4000");
        config.put("delivery.timeout.ms", "9000");
        config.put("max.request.size", LARGEST_REQUEST);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** What is not committed never was. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        reader.close();
    }
}
