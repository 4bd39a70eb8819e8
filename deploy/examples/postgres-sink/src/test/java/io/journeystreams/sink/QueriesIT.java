package io.journeystreams.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example queries, asked about {@link KnownShop} after the sink has written it. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesIT {

    private static final Path QUERIES = Path.of("sql");
    private static final String ROWS = """
            select (select count(*) from journey.sessions) + (select count(*) from journey.abandonment)
                 + (select count(*) from journey.stage_transitions) + (select count(*) from journey.friction)
                 + (select count(*) from journey.moments) + (select count(*) from journey.churn_risk)
                 + (select count(*) from journey.churn_settlements)
            """;

    private SinkRig rig;
    private String url;

    @BeforeAll
    void sinkTheShop(@TempDir Path directory) throws Exception {
        rig = new SinkRig(directory);
        url = rig.postgres.databaseWithTables("queries");
        try (TopicWriter writer = rig.writer()) {
            KnownShop.write(writer);
        }
        long deadline = System.nanoTime() + 40_000_000_000L;
        SinkExit exit = SinkMain.run(
                new String[] {rig.settings(url).toString()}, () -> hasAll() || System.nanoTime() > deadline);
        assertThat(exit).isEqualTo(SinkExit.STOPPED);
        assertThat(hasAll()).isTrue();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @Test
    void abandonmentRate() throws Exception {
        assertThat(run("abandonment_rate"))
                .containsExactly(
                        "2026-03-02 | email | phone | 4 | 1 | 80.0",
                        "2026-03-02 | search | desktop | 5 | 1 | 83.3",
                        "2026-03-03 | unknown | unknown | 1 | 0 | 100.0");
    }

    /** 3 of 5 beside 1 of 4; 180 euros beside 60. The intervals were worked out by another program. */
    @Test
    void recoveryLift() throws Exception {
        assertThat(run("recovery_lift"))
                .containsExactly(
                        "EUR | 5 | 4 | 60.0 | 25.0 | 35.0 | -23.2 | 69.9 | 36.00 | 15.00 | 105.00 | -129.18 | 339.18");
    }

    @Test
    void stageTimes() throws Exception {
        assertThat(run("stage_times"))
                .containsExactly(
                        "MISSION | AWARENESS | CONSIDERATION | 2 | 20.0 | 28.0",
                        "MISSION | AWARENESS | DECISION | 2 | 3.0 | 3.8",
                        "MISSION | CONSIDERATION | DECISION | 1 | 20.0 | 20.0",
                        "MISSION | DECISION | PURCHASE | 1 | 5.0 | 5.0");
    }

    @Test
    void funnel() throws Exception {
        assertThat(run("funnel"))
                .containsExactly(
                        "AWARENESS | 4 | 100.0 | null",
                        "CONSIDERATION | 4 | 100.0 | 100.0",
                        "DECISION | 3 | 75.0 | 75.0",
                        "PURCHASE | 1 | 25.0 | 33.3");
    }

    @Test
    void friction() throws Exception {
        assertThat(run("friction"))
                .containsExactly(
                        "DETOUR | CONSIDERATION | EUR | 1 | 1 | 150.0000",
                        "PAYMENT_FAILED | DECISION | EUR | 2 | 1 | 100.0000",
                        "CHECKOUT_ERROR | none | null | 1 | 1 | null");
    }

    @Test
    void churnCalibration() throws Exception {
        assertThat(run("churn_calibration"))
                .containsExactly(
                        "FIRING | NON_CONTRACTUAL | 0.7 | 3 | 0.750 | 0.667 | 0.250",
                        "SAMPLE | NON_CONTRACTUAL | 0.2 | 1 | 0.200 | 0.000 | 0.040");
    }

    @Test
    void sessionsPerChannel() throws Exception {
        assertThat(run("sessions_per_channel"))
                .containsExactly("email | 2 | 100.0 | 50.0 | 100.0000", "search | 1 | 100.0 | 100.0 | 40.0000");
    }

    @Test
    void customerJourney() throws Exception {
        assertThat(run("customer_journey"))
                .containsExactly(
                        "2026-03-02 10:00:00+00 | session | email, phone, 4 events",
                        "2026-03-02 10:00:00+00 | stage | mission none to AWARENESS",
                        "2026-03-02 10:10:00+00 | stage | mission AWARENESS to CONSIDERATION",
                        "2026-03-02 10:30:00+00 | stage | mission CONSIDERATION to DECISION",
                        "2026-03-02 10:35:00+00 | stage | mission DECISION to PURCHASE",
                        "2026-03-02 11:12:00+00 | abandonment | cart recovered 100.0000 EUR",
                        "2026-03-02 13:20:00+00 | moment | review",
                        "2026-03-02 15:00:00+00 | churn | non_contractual firing risk 0.75");
    }

    @Test
    void everyQueryIsRunHere() throws Exception {
        try (Stream<Path> files = Files.list(QUERIES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "abandonment_rate.sql",
                            "recovery_lift.sql",
                            "stage_times.sql",
                            "funnel.sql",
                            "friction.sql",
                            "churn_calibration.sql",
                            "sessions_per_channel.sql",
                            "customer_journey.sql");
        }
    }

    /** What may be done twice is done twice: views are replaced, tables stay. */
    @Test
    void tablesAndViewsMayBeMadeAgain() throws Exception {
        try (var connection = PostgresServer.connect(url);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(Files.readString(Path.of("schema.sql")));
            statement.execute(Files.readString(Path.of("views.sql")));
            statement.execute("select journey.forget('c:1')");
            try (var left = statement.executeQuery(ROWS)) {
                left.next();
                assertThat(left.getInt(1)).isEqualTo(KnownShop.RECORDS - 11);
            }
            connection.rollback();
        }
    }

    private List<String> run(String query) throws Exception {
        String sql = Files.readString(QUERIES.resolve(query + ".sql"));
        return SinkRig.rows(url, sql.replace(":'profile'", "'c:1'"));
    }

    private boolean hasAll() {
        try {
            return SinkRig.number(url, ROWS) == KnownShop.RECORDS;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
