package io.journeystreams.canary;

import io.journeystreams.registry.RegistryConnection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Beats through the whole path: input topic, intake, journal, state, output, commit. A beat is an event of a test visitor on no
 * device of a person: it starts no session, arms nothing, changes no stage and moves no clock. All that comes of it is the picture of that
 * visitor in {@code journey.profiles}, and that is what is waited for.
 *
 * <p>Deadlines are not beaten; {@code journey_clock_lag_seconds} says whether they can fire.
 */
public final class Canary implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Canary.class);
    private static final Duration LOOK_FOR = Duration.ofMillis(200);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);

    private final CanarySettings settings;
    private final RegistryConnection registry;
    private final BooleanSupplier mayBegin;
    private final Beats beats;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private Canary(
            CanarySettings settings, RegistryConnection registry, BooleanSupplier mayBegin, CanaryMeters meters) {
        this.settings = settings;
        this.registry = registry;
        this.mayBegin = mayBegin;
        this.beats = new Beats(meters);
        this.thread = new Thread(this::live, "canary");
        thread.setDaemon(true);
    }

    /** @param mayBegin asked until it is true once: who restores has nothing to miss yet */
    public static Canary start(
            CanarySettings settings, RegistryConnection registry, BooleanSupplier mayBegin, CanaryMeters meters) {
        Canary canary = new Canary(settings, registry, mayBegin, meters);
        canary.thread.start();
        return canary;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        while (!mayBegin.getAsBoolean()) {
            if (isClosingAfter(LOOK_FOR)) {
                return;
            }
        }
        do {
            try (BeatClients clients = new BeatClients(settings.kafka(), registry)) {
                beat(clients);
            } catch (RuntimeException e) {
                LOG.atWarn()
                        .addKeyValue("failure", e.getClass().getName())
                        .log("the canary cannot beat, and tries again");
            }
        } while (!isClosingAfter(settings.every()));
    }

    private void beat(BeatClients clients) {
        CanaryVisitors visitors = CanaryVisitors.of(settings.instance(), clients.journalPartitions());
        clients.readFromEnd();
        long nextRoundNanos = System.nanoTime();
        while (!isClosingAfter(Duration.ZERO)) {
            if (System.nanoTime() - nextRoundNanos >= 0) {
                nextRoundNanos += settings.every().toNanos();
                sendRound(clients, visitors);
            }
            clients.poll(LOOK_FOR).forEach(record -> look(clients, visitors, record));
        }
    }

    private void sendRound(BeatClients clients, CanaryVisitors visitors) {
        long nowMs = System.currentTimeMillis();
        for (int partition = 0; partition < visitors.count(); partition++) {
            beats.sent(partition, nowMs, System.nanoTime());
            clients.send(visitors.anonymousId(partition), nowMs);
        }
    }

    private void look(BeatClients clients, CanaryVisitors visitors, ConsumerRecord<String, byte[]> record) {
        if (record.key() != null && record.value() != null) {
            visitors.partitionOf(record.key())
                    .ifPresent(partition -> beats.came(partition, clients.lastSeenAtMs(record), System.nanoTime()));
        }
    }

    private boolean isClosingAfter(Duration wait) {
        try {
            return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
