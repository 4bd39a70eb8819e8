package io.journeystreams.scenario;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import java.time.Instant;

/** Others who use the shop meanwhile. A scenario is not about them; by their events intake learns how late it is. */
final class Bystanders {

    private static final String NAME = "bystander";

    private Bystanders() {}

    /**
     * Something that a bystander did and that was ingested at once.
     *
     * @param partition told apart by it, for the case that there is one in each
     * @param atMs epoch milliseconds
     */
    static InputRecord event(String source, int partition, long atMs) {
        String id = NAME + "-" + source + "-" + partition + "-" + atMs;
        Instant at = Instant.ofEpochMilli(atMs);
        String topic = InputRecord.topicOf(source);
        return source.equals(ScenarioEvents.CRM)
                ? new InputRecord(
                        topic,
                        NAME,
                        atMs,
                        CrmEvent.newBuilder()
                                .setEventId(id)
                                .setType("customer_updated")
                                .setOccurredAt(at)
                                .setCustomerId(NAME)
                                .build())
                : new InputRecord(
                        topic,
                        NAME,
                        atMs,
                        ClickstreamEvent.newBuilder()
                                .setEventId(id)
                                .setType("page_viewed")
                                .setOccurredAt(at)
                                .setAnonymousId(NAME)
                                .setDevice("web")
                                .build());
    }

    static boolean isOne(String profile) {
        return profile.endsWith(":" + NAME);
    }
}
