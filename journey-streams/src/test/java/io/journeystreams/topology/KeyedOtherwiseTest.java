package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.crm;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.intake.InputFormats;
import io.journeystreams.intake.IntakeOutcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whose a record is follows from its payload, and how far a source has come from its partition: by which key a producer chose the
 * partition makes no difference (rule O1), whichever partition is read first.
 */
@Timeout(120)
class KeyedOtherwiseTest {

    private static final long NOW = BEGINNING + Duration.ofHours(20).toMillis();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverTheKeysAreTheSameIsPublished(long seed) {
        // given
        List<ShoppingDay.Sent> day = new ShoppingDay(seed).sent();

        // when
        Results wellKeyed = new Results(day, ShoppingDay.Sent::ownKey, seed);
        Results keyedByNothing = new Results(day, sent -> null, seed + 100);
        Results keyedByProduct = new Results(day, ShoppingDay.Sent::otherKey, seed + 200);

        // then
        assertThat(keyedByNothing.alerts()).as("seed %s", seed).isEqualTo(wellKeyed.alerts());
        assertThat(keyedByProduct.alerts()).as("seed %s", seed).isEqualTo(wellKeyed.alerts());
        assertThat(keyedByNothing.sessions()).as("seed %s", seed).isEqualTo(wellKeyed.sessions());
        assertThat(keyedByProduct.sessions()).as("seed %s", seed).isEqualTo(wellKeyed.sessions());
        assertThat(wellKeyed.alerts()).as("seed %s", seed).hasSizeGreaterThan(5);
    }

    @Test
    void purchaseInASlowPartitionIsNeverOvertaken() {
        for (long seed = 1; seed <= 10; seed++) {
            // given
            ShoppingDay day = new ShoppingDay(seed);
            List<ShoppingDay.Sent> sent = day.sent();

            // when
            Results results = new Results(sent, event -> null, seed);

            // then
            assertThat(results.alertedDevices()).as("seed %s", seed).doesNotContainAnyElementsOf(day.boughtAll);
        }
    }

    @Test
    void everyKeyThatIsNoneOfThePayloadIsCounted() {
        // given
        List<ShoppingDay.Sent> day = new ShoppingDay(1).sent();

        // when
        Results keyedByNothing = new Results(day, sent -> null, 1);
        Results keyedByProduct = new Results(day, ShoppingDay.Sent::otherKey, 1);

        // then
        assertThat(keyedByNothing.count(IntakeOutcome.KEY_MISSING)).isEqualTo(day.size());
        assertThat(keyedByProduct.count(IntakeOutcome.KEY_CONTRADICTS)).isEqualTo(day.size());
    }

    @Test
    void keyThatWasAnnouncedToBeAnotherIsNoContradiction() {
        Codecs codecs = AvroCodecs.all();
        InputFormats rekeyed = codecs.inputs().rekeying(Set.of(Occurrence.Source.CLICKSTREAM));
        try (TopologyRun other = TopologyRun.at(BEGINNING, codecs.reading(rekeyed))) {
            other.clickstream(
                    null,
                    AvroCodecs.encode(
                            clickstream("e1", "page_viewed", BEGINNING).build()));
            other.clickstream("p1", clickstream("e2", "page_viewed", BEGINNING).build());
            other.clickstream("d1", clickstream("e3", "page_viewed", BEGINNING).build());
            other.crm("p1", crm("o1", "order_placed", BEGINNING).build());

            assertThat(other.journaledEvents())
                    .extracting(JournaledEvent::getProfile)
                    .containsExactly("a:d1", "a:d1", "a:d1", "c:7");
            assertThat(other.meters.count(IntakeOutcome.REKEYED)).isEqualTo(2);
            assertThat(other.meters.count(IntakeOutcome.KEY_MISSING)).isZero();
            assertThat(other.meters.count(IntakeOutcome.KEY_CONTRADICTS))
                    .as("of the other topic nothing was announced")
                    .isEqualTo(1);
        }
    }

    private interface Keying {
        @Nullable
        String keyOf(ShoppingDay.Sent sent);
    }

    /** What is published when a day is read by several partitions. */
    private static final class Results {

        private final List<AbandonmentEvent> abandonment;
        private final List<SessionEvent> published;
        private final Recorded meters;

        private Results(List<ShoppingDay.Sent> day, Keying keying, long seed) {
            try (TopologyRun run = TopologyRun.at(NOW)) {
                Random random = new Random(seed);
                PartitionedIntake intake = new PartitionedIntake(NOW, random, run::journal);
                for (ShoppingDay.Sent sent : day) {
                    @Nullable String key = keying.keyOf(sent);
                    int partitions = PartitionedIntake.partitionsOf(sent.topic());
                    int partition =
                            key == null ? random.nextInt(partitions) : Math.floorMod(key.hashCode(), partitions);
                    byte[] bytes = key == null ? null : key.getBytes(UTF_8);
                    intake.append(
                            new TopicPartition(sent.topic(), partition),
                            new Record<>(bytes, AvroCodecs.encode(sent.event()), sent.arrivedMs()));
                }
                intake.readAll();
                this.abandonment = run.alerts();
                this.published = run.sessions();
                this.meters = intake.meters;
            }
        }

        /** Every revision, without what says when it was published, and by what name the visit goes. */
        private Set<String> alerts() {
            Set<String> alerts = new TreeSet<>();
            abandonment.forEach(alert -> alerts.add(String.join(
                    " ",
                    alert.getAlertId(),
                    String.valueOf(alert.getRevision()),
                    alert.getProfile(),
                    alert.getKind().name(),
                    alert.getState().name(),
                    alert.getReason().name(),
                    alert.getArmedAt().toString(),
                    alert.getDeadline().toString(),
                    alert.getLines().toString())));
            return alerts;
        }

        /** What stands in the end. A session's name is that of its event that was read first. */
        private Set<String> sessions() {
            Map<String, SessionEvent> last = new HashMap<>();
            published.forEach(session -> last.put(session.getSessionId(), session));
            published.forEach(session -> session.getSupersedes().forEach(last::remove));
            Set<String> sessions = new TreeSet<>();
            last.values()
                    .forEach(session -> sessions.add(String.join(
                            " ",
                            session.getProfile(),
                            session.getDeviceId(),
                            session.getStartedAt().toString(),
                            session.getEndedAt().toString(),
                            String.valueOf(session.getEvents()),
                            String.valueOf(session.getConverted()),
                            String.valueOf(session.getCartValue()))));
            return sessions;
        }

        private Set<String> alertedDevices() {
            Set<String> devices = new HashSet<>();
            abandonment.forEach(alert -> devices.add(alert.getDeviceId()));
            return devices;
        }

        private int count(IntakeOutcome outcome) {
            return meters.count(outcome);
        }
    }
}
