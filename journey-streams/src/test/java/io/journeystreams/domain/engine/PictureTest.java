package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.ProfileKey;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the picture of a profile is renewed. */
@Timeout(10)
class PictureTest {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final Journal journal = new Journal(EnginePolicy.defaults(), ProfileKey.ofCustomer("anna"), true);

    @Test
    void whatTimeAloneBringsIsInItButOfAnErasedCustomerThereIsNone() {
        // given
        journal.read(event("e1", "chat_requested", 0), 0);
        int pictures = journal.pictures.size();
        journal.hear(3_600_000, 3_600_000);
        assertThat(journal.pictures).hasSizeGreaterThan(pictures);

        // when
        journal.read(event("e2", "customer_erased", 7_200_000), 7_200_000);
        journal.pictures.clear();
        long remembersErasureUntilMs = journal.state.nextDueAtMs();
        journal.hear(40 * DAY_MS, 40 * DAY_MS);

        // then
        assertThat(remembersErasureUntilMs).isLessThan(40 * DAY_MS);
        assertThat(journal.pictures).isEmpty();
    }

    private static JourneyEvent event(String id, String type, long atMs) {
        return EventDraft.of(id, type, atMs)
                .from(Occurrence.Source.CRM)
                .device(Optional.empty())
                .event();
    }
}
