package io.journeystreams.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.FrictionKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sink beside a real broker, registry and PostgreSQL server. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinkIT {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final int CUSTOMERS = 800;
    private static final String PROGRESS = "select coalesce(sum(next_offset), 0) from journey.sink_offset";

    private SinkRig rig;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        rig = new SinkRig(directory);
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    /** Exactly once: killed twice, it leaves each row once, and none of what was never committed. */
    @Test
    void aKilledSinkGoesOnWhereItsTablesSay() throws Exception {
        // given
        String url = rig.postgres.databaseWithTables("killed");
        Path settings = rig.settings(
                url,
                "batch.records=5",
                "topics=journey.sessions, journey.abandonment, journey.stage-transitions, journey.churn-risk");
        AbandonmentEvent alert = Facts.cart("c:1", "a-1", "49.90").build();
        try (TopicWriter writer = rig.writer()) {
            writeBusyDay(writer, alert);
            List<SunkTopic> topics = List.of(
                    SunkTopic.SESSIONS, SunkTopic.ABANDONMENT, SunkTopic.STAGE_TRANSITIONS, SunkTopic.CHURN_RISK);
            Map<String, String> held = TopicRows.read(rig, topics);

            // when
            runUntil(settings, url, 300);
            runUntil(settings, url, 1_500);
            long before = SinkRig.number(url, PROGRESS);
            try (SinkProcess sink = SinkProcess.start(settings)) {
                Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(TableRows.read(url, topics))
                        .isEqualTo(held));

                // then
                assertThat(before).isLessThan(held.size());
                assertThat(SinkRig.rows(
                                url,
                                "select count(*), count(distinct profile), min(state) from journey.abandonment_latest"))
                        .containsExactly(CUSTOMERS + " | " + CUSTOMERS + " | ABANDONED");

                // and when a later revision comes
                writer.commit(() -> writer.write(SunkTopic.ABANDONMENT, Facts.recovered(alert)));

                // then
                Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(SinkRig.rows(
                                url,
                                "select revision, state, total, recovered_at, lines -> 0 ->> 'name'"
                                        + " from journey.abandonment_latest where alert_id = 'a-1'"))
                        .containsExactly(
                                "2 | RECOVERED | 49.9000 | 2026-03-02 11:40:00+00 | Tasse \"für\" Ölofen ☕\uFFFD"));
                assertThat(sink.stop()).isZero();
            }
        }
    }

    /** Sessions, alerts and moves of many customers, some of them told twice, and as many that were never committed. */
    private static void writeBusyDay(TopicWriter writer, AbandonmentEvent first) {
        writer.abort(() -> {
            for (int customer = 1; customer <= 50; customer++) {
                writer.write(
                        SunkTopic.SESSIONS,
                        Facts.session("c:" + customer, "aborted-" + customer, 1).build());
            }
        });
        writer.commit(() -> writer.write(SunkTopic.ABANDONMENT, first));
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            String profile = "c:" + customer;
            String id = String.valueOf(customer);
            boolean isToldAgain = customer % 10 == 0;
            writer.commit(() -> {
                writer.write(
                        SunkTopic.SESSIONS, Facts.session(profile, "s-" + id, 1).build());
                writer.write(
                        SunkTopic.SESSIONS, Facts.session(profile, "s-" + id, 2).build());
                writer.write(
                        SunkTopic.ABANDONMENT,
                        Facts.cart(profile, "a-" + id, "49.90").build());
                writer.write(
                        SunkTopic.STAGE_TRANSITIONS,
                        Facts.move(profile, "t-" + id, null, "AWARENESS", 0).build());
                writer.write(
                        SunkTopic.CHURN_RISK, Facts.churn(profile, "r-" + id, 1).build());
                if (isToldAgain) {
                    writer.write(
                            SunkTopic.CHURN_RISK,
                            Facts.churn(profile, "r-" + id, 1).build());
                }
            });
        }
    }

    private static void runUntil(Path settings, String url, long progress) throws Exception {
        try (SinkProcess sink = SinkProcess.start(settings)) {
            Awaitility.await()
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> !sink.isAlive() || SinkRig.number(url, PROGRESS) >= progress);
            assertThat(sink.isAlive())
                    .as(Files.readString(Path.of(settings + ".out")))
                    .isTrue();
            sink.kill();
        }
    }

    @Test
    void aTombstoneDeletesThePicture() throws Exception {
        // given
        String url = rig.postgres.databaseWithTables("tombstone");
        try (TopicWriter writer = rig.writer()) {
            writer.commit(() -> {
                writer.write(SunkTopic.PROFILES, Facts.picture("c:gone").build());
                writer.write(SunkTopic.PROFILES, Facts.picture("c:stays").build());
                writer.writeTombstone(SunkTopic.PROFILES, "c:gone");
                writer.write(SunkTopic.PROFILES, Facts.picture("c:last").build());
            });
        }

        // when
        SinkExit exit = run(rig.settings(url, "topics=journey.profiles"), url, "profiles where profile = 'c:last'");

        // then
        assertThat(exit).isEqualTo(SinkExit.STOPPED);
        assertThat(SinkRig.rows(url, "select profile from journey.profiles order by 1"))
                .containsExactly("c:last", "c:stays");
    }

    @Test
    void whatCannotBeReadStopsItAndIsNotWrittenNorPassed() throws Exception {
        // given
        String url = rig.postgres.databaseWithTables("unreadable");
        try (TopicWriter writer = rig.writer()) {
            writer.commit(() -> {
                writer.write(
                        SunkTopic.MOMENTS, Facts.moment("c:1", "m1", "review").build());
                writer.writeBytes(SunkTopic.MOMENTS, "c:1", new byte[] {7, 7});
            });
        }

        // when
        SinkExit exit = run(rig.settings(url, "topics=journey.moments"), url, "moments where moment_id = 'never'");

        // then
        assertThat(exit).isEqualTo(SinkExit.RECORD);
        assertThat(SinkRig.number(url, "select count(*) from journey.moments")).isZero();
        assertThat(SinkRig.number(url, PROGRESS)).isZero();
    }

    @Test
    void recordsThatWereDeletedUnreadAreTold() throws Exception {
        // given
        String url = rig.postgres.databaseWithTables("deleted");
        Path settings = rig.settings(url, "topics=journey.friction");
        TopicPartition partition;
        try (TopicWriter writer = rig.writer()) {
            writer.commit(() -> writer.write(
                    SunkTopic.FRICTION,
                    Facts.friction("c:1", "f1", FrictionKind.LOOP).build()));
            run(settings, url, "friction");
            int number = (int) SinkRig.number(url, "select kafka_partition from journey.friction");
            partition = new TopicPartition("journey.friction", number);
            writer.commit(() -> {
                for (int i = 0; i < 5; i++) {
                    writer.write(
                            SunkTopic.FRICTION,
                            Facts.friction("c:1", "f2", FrictionKind.LOOP).build());
                }
            });
        }
        try (Admin admin = rig.admin()) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(5)))
                    .all()
                    .get();
        }

        // when
        SinkExit exit = run(settings, url, "friction where friction_id = 'f2'");

        // then
        assertThat(exit).isEqualTo(SinkExit.GONE);
    }

    @Test
    void aSinkWhosePartitionWasTakenOverWritesNothing() throws Exception {
        // given
        String url = rig.postgres.databaseWithTables("taken");
        SinkSettings settings = SinkSettings.read(rig.settings(url));
        TopicPartition partition = new TopicPartition("journey.sessions", 0);
        Row.Written row = new Row.Written(
                SunkTopic.SESSIONS, Facts.session("c:1", "s-1", 1).build(), 0, 0, 0);
        try (Warehouse late = Warehouse.open(settings);
                Warehouse other = Warehouse.open(settings)) {
            OptionalLong begin = late.nextOffset(partition);
            other.nextOffset(partition);
            other.write(List.of(), Map.of(partition, new Offsets.Advance(begin, 7)));

            // when
            SinkException refused = assertThrows(
                    SinkException.class,
                    () -> late.write(List.of(row), Map.of(partition, new Offsets.Advance(begin, 3))));

            // then
            assertThat(refused.exit()).isEqualTo(SinkExit.TAKEN_OVER);
            assertThat(SinkRig.number(url, "select count(*) from journey.sessions"))
                    .isZero();
            assertThat(late.nextOffset(partition)).hasValue(7);
        }
    }

    @Test
    void tablesThatAreMissingAreTold() throws Exception {
        String url = rig.postgres.emptyDatabase("bare");
        assertThat(SinkMain.run(new String[] {rig.settings(url).toString()}, () -> true))
                .isEqualTo(SinkExit.TABLES);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsTold() throws Exception {
        String url = rig.postgres.emptyDatabase("unreachable").replace("/unreachable", "/unknown");
        assertThat(SinkMain.run(new String[] {rig.settings(url).toString()}, () -> true))
                .isEqualTo(SinkExit.DATABASE);
    }

    /** SIGTERM is obeyed while it waits for a broker that is not there. */
    @Test
    void aSinkThatWaitsForItsBrokerStopsAtOnce() throws Exception {
        // given
        String url = rig.postgres.databaseWithTables("waiting");
        Path settings = rig.settings(url, "kafka.bootstrap.servers=127.0.0.1:9");
        try (SinkProcess sink = SinkProcess.start(settings)) {
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> SinkRig.number(
                                    url,
                                    "select count(*) from pg_stat_activity where datname = 'waiting'"
                                            + " and application_name = 'journey-postgres-sink'")
                            == 1);

            // when
            long beganNanos = System.nanoTime();
            int exit = sink.stop();

            // then
            assertThat(exit).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - beganNanos)).isLessThan(Duration.ofSeconds(10));
        }
    }

    /** Runs it in this process until the table holds a row, or it ends by itself. */
    private static SinkExit run(Path settings, String url, String rowsOf) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        return SinkMain.run(new String[] {settings.toString()}, () -> {
            try {
                return System.nanoTime() > deadline
                        || SinkRig.number(url, "select count(*) from journey." + rowsOf) > 0;
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }
}
