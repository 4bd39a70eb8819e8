package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.Watermark;
import io.journeystreams.domain.event.EventTypes;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a beat of the canary leads to, and what not. */
@Timeout(60)
class CanaryBeatTest {

    private final TopologyRun run = TopologyRun.at(BEGINNING);

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void beatRenewsThePictureOfItsVisitorAndTellsNothingElse() {
        run.clickstream("canary", beat("b1", BEGINNING));
        run.waitFor(Duration.ofMinutes(1));
        run.clickstream("canary", beat("b2", minutes(1)));

        assertThat(run.records(Topics.PROFILES))
                .extracting(record -> AvroCodecs.decode(ProfileEvent.class, record.value()))
                .extracting(ProfileEvent::getLastSeenAt)
                .containsExactly(Instant.ofEpochMilli(BEGINNING), Instant.ofEpochMilli(minutes(1)));
        assertThat(run.sessions()).isEmpty();
        assertThat(run.alerts()).isEmpty();
        assertThat(run.records(Topics.STAGE_TRANSITIONS)).isEmpty();
        assertThat(run.deadLetters()).isEmpty();
    }

    @Test
    void beatMovesNoClockAndEndsNoSilence() {
        run.clickstream("d1", clickstream("e1", "page_viewed", minutes(-30)).build());
        run.waitFor(Duration.ofSeconds(9));
        run.watermarks();
        run.clickstream("canary", beat("b1", BEGINNING + 9_000));
        run.waitFor(Duration.ofMillis(900));
        assertThat(run.watermarks()).extracting(Watermark::getSource).doesNotContain(Topics.CLICKSTREAM + "-0");

        run.waitFor(Duration.ofMillis(1_100));
        assertThat(run.watermarks()).extracting(Watermark::getSource).contains(Topics.CLICKSTREAM + "-0");
    }

    private static ClickstreamEvent beat(String id, long atMs) {
        return clickstream(id, EventTypes.CANARY_BEAT, atMs)
                .setAnonymousId("canary")
                .setDevice("server")
                .setTest(true)
                .build();
    }
}
