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

    private static final long GRACE_MS = Duration.ofMinutes(2).toMillis();

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
        run.waitFor(Duration.ofSeconds(1));

        assertThat(run.watermarks())
                .filteredOn(mark -> mark.getSource().equals(Topics.CLICKSTREAM + "-0"))
                .as("of the silence since the event, not of the beat")
                .extracting(Watermark::getTime)
                .containsExactly(Instant.ofEpochMilli(BEGINNING + 10_000 - GRACE_MS));
    }

    private static ClickstreamEvent beat(String id, long atMs) {
        return clickstream(id, EventTypes.CANARY_BEAT, atMs)
                .setAnonymousId("canary")
                .setDevice("server")
                .setTest(true)
                .build();
    }
}
