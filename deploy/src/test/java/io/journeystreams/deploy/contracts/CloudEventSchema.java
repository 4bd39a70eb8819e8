package io.journeystreams.deploy.contracts;

import java.util.List;
import java.util.Map;

/** The headers of what is published, by the Kafka binding of CloudEvents 1.0 in binary mode. */
final class CloudEventSchema {

    private CloudEventSchema() {}

    static Map<String, Object> headers() {
        return Entries.of(
                "type",
                "object",
                "required",
                List.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "ce_subject", "content-type"),
                "properties",
                Entries.of(
                        "ce_specversion",
                        Entries.of("type", "string", "const", "1.0"),
                        "ce_id",
                        text(
                                "Id and revision with a dot between them; of a profile derived from its content. The same on every replay and on every topic that carries the event."),
                        "ce_source",
                        Entries.of(
                                "type",
                                "string",
                                "format",
                                "uri-reference",
                                "description",
                                "/journey-streams/ and the tenant."),
                        "ce_type",
                        text("What happened, such as io.journeystreams.session.closed."),
                        "ce_time",
                        Entries.of(
                                "type",
                                "string",
                                "format",
                                "date-time",
                                "description",
                                "Intake time of the entry that led to it; emittedAt in the value."),
                        "ce_subject",
                        text("Profile key, as the record key."),
                        "content-type",
                        Entries.of("type", "string", "const", "application/avro"),
                        "traceparent",
                        text("W3C trace context; only where traces are written.")));
    }

    private static Map<String, Object> text(String description) {
        return Entries.of("type", "string", "description", description);
    }
}
