package io.journeystreams.load.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.load.generator.Generator;
import io.journeystreams.load.generator.Population;
import io.journeystreams.load.generator.Rates;
import io.journeystreams.load.oracle.ShopRules;
import io.journeystreams.load.rig.Instance;
import io.journeystreams.load.rig.Rig;
import io.journeystreams.load.rig.RigSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A rig whose customers shop, for tests of one fault; at the end every record must be accounted for. */
final class RunningShop implements AutoCloseable {

    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    private final Rig rig;
    private final TopicReader topics;
    private final Traffic traffic;

    private RunningShop(Rig rig, TopicReader topics, Traffic traffic) {
        this.rig = rig;
        this.topics = topics;
        this.traffic = traffic;
    }

    /**
     * Returns when all instances are ready and records come in.
     *
     * @param open for how long records come
     */
    static RunningShop open(int instances, Duration session, int customers, Duration open) {
        Path directory =
                Path.of("target", "running-shop", UUID.randomUUID().toString()).toAbsolutePath();
        RigSettings settings = RigSettings.of(
                        instances, PARTITIONS, ShopRules.compressed().yaml())
                .withSessionTimeout(session);
        Rig rig = Rig.open(directory, settings);
        rig.instances().forEach(Instance::start);
        Generator generator = new Generator(1, Population.of(customers), Rates.usual());
        String broker = rig.broker().bootstrapServers();
        RunningShop shop = new RunningShop(
                rig, new TopicReader(broker), new Traffic(generator.plan(Instant.now(), open), broker, rig.schemas()));
        rig.instances().forEach(RunningShop::awaitReady);
        shop.traffic.start(Instant.now());
        return shop;
    }

    List<Instance> instances() {
        return rig.instances();
    }

    static void awaitReady(Instance instance) {
        await().atMost(PATIENCE).until(instance::isReady);
    }

    /** SIGTERM, upon which it ends in time and with 0. */
    static void stop(Instance instance) {
        instance.terminate();
        assertThat(instance.endsWithin(STOPS_WITHIN)).as(instance.printed()).isTrue();
        assertThat(instance.exitCode()).as(instance.printed()).hasValue(0);
    }

    /** Waits until so many records have been journaled, watermarks included. */
    void awaitJournaled(long records) {
        await().atMost(PATIENCE).until(() -> journaled() >= records);
    }

    long journaled() {
        return topics.ends(ShopTopics.JOURNAL).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Lets the customers finish and the processor read; then every input is in the journal or a dead letter, and once. */
    void assertNothingIsLostOrTwice() {
        int taken = traffic.awaitTaken();
        await().atMost(PATIENCE)
                .until(() -> ShopTopics.INPUTS.stream().allMatch(topic -> topics.hasRead(topics.ends(topic))));
        instances().forEach(RunningShop::stop);
        Judgement judgement = new Judgement(new OutcomeReader(topics, rig.schemas()).read());
        assertThat(List.of(
                        judgement.nothingSentIsLost(taken),
                        judgement.transactionsHaveEnded(),
                        judgement.everyInputIsAccountedFor(),
                        judgement.deadLettersAreTheUnreadable(),
                        judgement.nothingIsPublishedTwice()))
                .allSatisfy(
                        check -> assertThat(check.findings()).as(check.name()).isEmpty());
    }

    @Override
    public void close() {
        traffic.close();
        topics.close();
        rig.close();
    }
}
