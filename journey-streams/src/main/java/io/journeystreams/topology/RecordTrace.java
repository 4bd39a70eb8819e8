package io.journeystreams.topology;

import io.journeystreams.domain.event.TraceParent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The trace that a record was sent in: of the header that tracing libraries write, else of the one by which CloudEvents carry it in
 * Kafka (extension "distributed tracing").
 */
final class RecordTrace {

    private static final String CLOUD_EVENT = "ce_" + TraceParent.NAME;

    private RecordTrace() {}

    static Optional<TraceParent> of(Headers headers) {
        return read(headers.lastHeader(TraceParent.NAME)).or(() -> read(headers.lastHeader(CLOUD_EVENT)));
    }

    private static Optional<TraceParent> read(Header header) {
        return header == null || header.value() == null
                ? Optional.empty()
                : TraceParent.read(new String(header.value(), StandardCharsets.US_ASCII));
    }
}
