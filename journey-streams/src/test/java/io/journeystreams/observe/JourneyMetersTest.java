package io.journeystreams.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.abandonment.Trial;
import io.journeystreams.domain.churn.Calibration;
import io.journeystreams.domain.churn.Calibration.Series;
import io.journeystreams.domain.churn.Reliability;
import io.journeystreams.domain.engine.Outcome;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.intake.IntakeOutcome;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.intake.SourceWatermark;
import io.journeystreams.output.ChurnOutputs;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;

class JourneyMetersTest {

    private static final long NOW_MS = 1_000_000;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JourneyMeters meters = new JourneyMeters(registry, () -> NOW_MS);

    @Test
    void whatTheProcessorsReportIsShown() {
        // when
        reportEverything();

        // then
        assertThat(journeyLines())
                .filteredOn(line -> !line.startsWith("journey_churn"))
                .containsExactlyInAnyOrder(
                        "journey_ready 1.0",
                        "journey_intake_records_total{outcome=\"ACCEPTED\",topic=\"crm.events\"} 2.0",
                        "journey_dead_letters_total{reason=\"UNREADABLE\",topic=\"crm.events\"} 1.0",
                        "journey_watermarks_total{source=\"crm.events-0\"} 1.0",
                        "journey_watermark_lag_seconds{source=\"crm.events-0\"} 3.0",
                        "journey_source_caught_up{source=\"crm.events-0\"} 1.0",
                        "journey_events_total{outcome=\"DUPLICATE\"} 1.0",
                        "journey_clock_lag_seconds{partition=\"4\"} 2.5",
                        "journey_clock_caught_up{partition=\"4\"} 1.0",
                        "journey_deadlines_due{partition=\"4\"} 7.0",
                        "journey_deadlines_swept_total{partition=\"4\"} 5.0",
                        "journey_abandonment_armed{partition=\"4\"} 10.0",
                        "journey_abandonment_abandoned{partition=\"4\"} 3.0",
                        "journey_abandonment_disarmed{partition=\"4\",reason=\"BOUGHT\"} 5.0",
                        "journey_abandonment_disarmed{partition=\"4\",reason=\"EMPTIED\"} 0.0",
                        "journey_abandonment_disarmed{partition=\"4\",reason=\"MOVED_UP\"} 0.0",
                        "journey_abandonment_disarmed{partition=\"4\",reason=\"MOVED_DOWN\"} 0.0",
                        "journey_abandonment_disarmed{partition=\"4\",reason=\"BOT\"} 0.0",
                        "journey_abandonment_disarmed{partition=\"4\",reason=\"MERGED\"} 0.0",
                        "journey_abandonment_disarmed{partition=\"4\",reason=\"ERASED\"} 0.0",
                        "journey_abandonment_disarmed{partition=\"4\",reason=\"REPLACED\"} 0.0",
                        "journey_abandonment_disarmed{partition=\"4\",reason=\"VIEWED\"} 0.0",
                        "journey_abandonment_disarmed{partition=\"4\",reason=\"SUBMITTED\"} 0.0",
                        "journey_abandonment_disarmed{partition=\"4\",reason=\"PAID\"} 0.0",
                        "journey_abandonment_disarmed{partition=\"4\",reason=\"CANCELLED\"} 0.0",
                        "journey_abandonment_disarmed{partition=\"4\",reason=\"OVERFLOW\"} 0.0",
                        "journey_trial_alerts{group=\"REMINDED\",partition=\"4\"} 4.0",
                        "journey_trial_recovered{group=\"REMINDED\",partition=\"4\"} 2.0",
                        "journey_trial_alerts{group=\"WITHHELD\",partition=\"4\"} 3.0",
                        "journey_trial_recovered{group=\"WITHHELD\",partition=\"4\"} 1.0",
                        "journey_abandonment_open{partition=\"4\"} 2.0",
                        "journey_cart_anomalies{partition=\"4\"} 1.0");
    }

    @Test
    void whatIsKnownOfChurnIsShown() {
        // when
        reportChurn();

        // then
        assertThat(journeyLines())
                .contains(
                        "journey_churn_alerts_total{kind=\"VOLUNTARY\",reason=\"NONE\",state=\"FIRING\"} 1.0",
                        "journey_churn_unscored_total 2.0",
                        "journey_churn_settled{bin=\"0.8\",partition=\"4\",series=\"SAMPLE\"} 2.0",
                        "journey_churn_left{bin=\"0.8\",partition=\"4\",series=\"SAMPLE\"} 1.0",
                        "journey_churn_predicted{bin=\"0.8\",partition=\"4\",series=\"SAMPLE\"} 1.75",
                        "journey_churn_settled{bin=\"0.0\",partition=\"5\",series=\"SAMPLE\"} 1.0",
                        "journey_churn_brier_score{series=\"SAMPLE\"} 0.2604166666666667",
                        "journey_churn_calibration_error{series=\"SAMPLE\"} 0.25",
                        "journey_churn_drift{series=\"SAMPLE\"} 0.25",
                        "journey_churn_brier_score{series=\"FIRING\"} NaN");
    }

    @Test
    void beatsOfTheCanaryAreShown() {
        // when
        reportBeats();

        // then
        assertThat(journeyLines())
                .contains(
                        "journey_canary_beats_total{outcome=\"MISSED\",partition=\"4\"} 1.0",
                        "journey_canary_beats_total{outcome=\"SEEN\",partition=\"4\"} 2.0",
                        "journey_canary_latency_seconds{partition=\"4\"} 0.125");
    }

    private void reportBeats() {
        meters.beatSeen(4, Duration.ofSeconds(3));
        meters.beatMissed(4);
        meters.beatSeen(4, Duration.ofMillis(125));
    }

    @Test
    void everyMeterOfTheReferenceIsReallyThere() {
        // when
        reportEverything();
        reportChurn();
        reportBeats();

        // then
        for (JourneyMeter meter : JourneyMeter.values()) {
            assertThat(journeyLines())
                    .anyMatch(line -> line.startsWith(meter.prometheusName() + "{")
                            || line.startsWith(meter.prometheusName() + " "));
        }
    }

    @Test
    void aPartitionThatWentElsewhereIsNotShownAnyMore() {
        // given
        reportEverything();

        // when
        meters.released(4);

        // then
        assertThat(journeyLines()).noneMatch(line -> line.contains("partition=\"4\"") && !line.contains("swept"));
    }

    @Test
    void anInputPartitionThatWentElsewhereIsNotShownAnyMore() {
        // given
        reportEverything();

        // when
        meters.sourceReleased("crm.events-0");

        // then
        assertThat(journeyLines())
                .noneMatch(line -> line.contains("source=\"crm.events-0\"") && !line.contains("watermarks"));
    }

    @Test
    void anInputPartitionThatCameBackIsShownAgain() {
        // given
        reportEverything();
        meters.sourceReleased("crm.events-0");

        // when
        meters.watermark("crm.events-0", new SourceWatermark.Mark(NOW_MS - 1_000, false));

        // then
        assertThat(journeyLines())
                .contains(
                        "journey_watermark_lag_seconds{source=\"crm.events-0\"} 1.0",
                        "journey_source_caught_up{source=\"crm.events-0\"} 0.0");
    }

    @Test
    void aPartitionThatCameBackIsShownAgain() {
        // given
        reportEverything();
        meters.released(4);

        // when
        meters.clock(4, ClockReading.at(NOW_MS - 1_000, NOW_MS));

        // then
        assertThat(journeyLines()).contains("journey_clock_lag_seconds{partition=\"4\"} 1.0");
        assertThat(meters.clocksMs()).isEqualTo(Map.of(4, NOW_MS - 1_000));
    }

    private void reportChurn() {
        Reliability two = Reliability.NONE.with(0.875, true).with(0.875, false);
        meters.calibration(4, new Calibration(Map.of(Series.SAMPLE, two)));
        meters.calibration(5, new Calibration(Map.of(Series.SAMPLE, Reliability.NONE.with(0, false))));
        meters.churnAlert(ChurnOutputs.cancelled());
        meters.unscored();
        meters.unscored();
    }

    private void reportEverything() {
        meters.observe(new Health(() -> KafkaStreams.State.RUNNING, new RestoreProgress(), Optional::empty));
        meters.intakeOutcome("crm.events", IntakeOutcome.ACCEPTED);
        meters.intakeOutcome("crm.events", IntakeOutcome.ACCEPTED);
        meters.deadLetter("crm.events", RejectionReason.UNREADABLE);
        meters.watermark("crm.events-0", new SourceWatermark.Mark(NOW_MS - 3_000, true));
        meters.eventOutcome(Outcome.DUPLICATE);
        meters.clock(4, ClockReading.at(NOW_MS - 2_500, NOW_MS));
        meters.deadlinesDue(4, 7);
        meters.deadlinesSwept(4, 5);
        meters.tally(4, new Tally(10, 3, Map.of(DisarmReason.BOUGHT, 5L), 2, 1, new Trial(4, 2, 3, 1)));
    }

    private List<String> journeyLines() {
        return Arrays.stream(registry.scrape().split("\n", -1))
                .filter(line -> line.startsWith("journey_"))
                .toList();
    }
}
