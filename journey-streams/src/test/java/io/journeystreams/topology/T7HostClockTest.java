package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.intake.ReadProgress;
import io.journeystreams.state.BeforeCommit;
import io.journeystreams.topology.ShoppingDay.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fault T7: each task runs on a host of its own, whose clock is wrong by up to ten minutes and is set forth and back. */
@Timeout(120)
class T7HostClockTest {

    private static final long LARGEST_ERROR_MS = Duration.ofMinutes(10).toMillis();

    /** Events arrive up to 90 s late, and the grace is 120 s. */
    private static final long ERROR_WITHIN_THE_GRACE_MS = 25_000;

    private static final long STEP_MS = 5_000;
    private static final long END_MS = BEGINNING + Duration.ofHours(16).toMillis();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingIsToldTwiceOrBeforeItsTimeOrLost(long seed) {
        List<Sent> day = new ShoppingDay(seed).sent();

        List<AbandonmentEvent> right = new Hosts(new Random(seed), 0).play(day);
        List<AbandonmentEvent> wrong = new Hosts(new Random(seed), LARGEST_ERROR_MS).play(day);

        Set<String> revisions = new HashSet<>();
        assertThat(wrong)
                .allMatch(alert -> revisions.add(alert.getAlertId() + " " + alert.getRevision()))
                .allMatch(alert -> !alert.getEmittedAt().isBefore(alert.getDeadline()));
        assertThat(standing(wrong).keySet())
                .as("seed %s", seed)
                .containsAll(standing(right).keySet());
        assertThat(standing(right)).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void errorBelowTheGraceChangesNothingThatStands(long seed) {
        List<Sent> day = new ShoppingDay(seed).sent();

        List<AbandonmentEvent> right = new Hosts(new Random(seed), 0).play(day);
        List<AbandonmentEvent> wrong = new Hosts(new Random(seed), ERROR_WITHIN_THE_GRACE_MS).play(day);

        assertThat(standing(wrong)).as("seed %s", seed).isEqualTo(standing(right));
    }

    /** What readers of the topic hold abandoned in the end. */
    private static Map<String, String> standing(List<AbandonmentEvent> alerts) {
        Map<String, AbandonmentEvent> last = alerts.stream()
                .collect(Collectors.toMap(AbandonmentEvent::getAlertId, alert -> alert, (before, after) -> after));
        return last.values().stream()
                .filter(alert -> alert.getState() == AbandonmentState.ABANDONED)
                .collect(Collectors.toMap(
                        AbandonmentEvent::getAlertId,
                        alert -> alert.getProfile() + " " + alert.getDeadline() + " " + alert.getLines()));
    }

    /** Intake of either topic and the journey task, at clocks of their own. */
    private static final class Hosts {

        private final Random random;
        private final long largestErrorMs;
        private final Host clickstream;
        private final Host crm;
        private final Host journey;
        private long trueMs = BEGINNING;

        private Hosts(Random random, long largestErrorMs) {
            this.random = random;
            this.largestErrorMs = largestErrorMs;
            JourneySettings settings = JourneySettings.of(
                    EnginePolicy.defaults(),
                    TopologyRun.SOURCES,
                    AvroCodecs.all(),
                    ReadProgress.ALWAYS_FULLY_READ,
                    new Recorded());
            this.clickstream = new Host(
                    new TaskProcessor(context -> new IntakeTask(context, IntakeNode.CLICKSTREAM, settings)),
                    Topics.CLICKSTREAM);
            this.crm = new Host(
                    new TaskProcessor(context -> new IntakeTask(context, IntakeNode.CRM, settings)), Topics.CRM);
            this.journey = new Host(new TaskProcessor(context -> JourneyTask.start(context, settings)), Topics.JOURNAL);
        }

        private List<AbandonmentEvent> play(List<Sent> day) {
            for (Sent sent : day) {
                passTimeUntil(sent.arrivedMs());
                Host host = sent.topic().equals(Topics.CRM) ? crm : clickstream;
                host.read(new Record<>(new byte[0], AvroCodecs.encode(sent.event()), sent.arrivedMs()));
                passOn();
            }
            passTimeUntil(END_MS);
            return journey.context.forwarded(Nodes.ABANDONMENT).stream()
                    .map(forward -> AvroCodecs.decode(
                            AbandonmentEvent.class, forward.record().value()))
                    .toList();
        }

        private void passTimeUntil(long timeMs) {
            while (trueMs < timeMs) {
                trueMs = Math.min(timeMs, trueMs + STEP_MS);
                Stream.of(clickstream, crm, journey).forEach(Host::passTime);
                passOn();
            }
        }

        private void passOn() {
            for (Host intake : List.of(clickstream, crm)) {
                List<Record<byte[], byte[]>> entries = new ArrayList<>();
                intake.context
                        .forwarded()
                        .forEach(forward -> entries.add(new Record<>(
                                forward.record().key(), forward.record().value(), trueMs)));
                intake.context.resetForwards();
                entries.forEach(journey::read);
            }
        }

        /** One host and its task. */
        private final class Host {

            private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
            private final TaskProcessor task;
            private final String topic;
            private long offset;
            private long errorMs;

            private Host(TaskProcessor task, String topic) {
                this.task = task;
                this.topic = topic;
                context.setCurrentSystemTimeMs(trueMs);
                context.setRecordMetadata(topic, 0, 0);
                StoreNames.ALL.stream()
                        .map(Host::store)
                        .forEach(store -> store.init(context.getStateStoreContext(), store));
                BeforeCommit commits =
                        BeforeCommit.builder(StoreNames.BEFORE_COMMIT).build();
                commits.init(context.getStateStoreContext(), commits);
                task.init(context);
            }

            private static StateStore store(String name) {
                return Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                        .withLoggingDisabled()
                        .build();
            }

            private void read(Record<byte[], byte[]> record) {
                context.setRecordMetadata(topic, 0, offset++);
                task.process(record);
            }

            private void passTime() {
                boolean isSet = largestErrorMs > 0 && random.nextInt(200) == 0;
                if (isSet) {
                    errorMs = random.nextLong(-largestErrorMs, largestErrorMs);
                }
                context.setCurrentSystemTimeMs(trueMs + errorMs);
                context.scheduledPunctuators()
                        .forEach(scheduled -> scheduled.getPunctuator().punctuate(trueMs + errorMs));
            }
        }
    }
}
