package io.journeystreams.intake;

import io.journeystreams.domain.event.Occurrence.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares a record's key with the id in its payload (rule O1). The payload decides; differences are counted. */
public final class KeyCheck {

    private KeyCheck() {}

    /** What to count, if anything. */
    public static Optional<IntakeOutcome> problemOf(byte @Nullable [] key, ReportedEvent event) {
        if (key == null) {
            return Optional.of(IntakeOutcome.KEY_MISSING);
        }
        String expected = event.source() == Source.CRM ? event.customerId() : event.anonymousId();
        boolean same = expected != null && Arrays.equals(key, expected.getBytes(StandardCharsets.UTF_8));
        return same ? Optional.empty() : Optional.of(IntakeOutcome.KEY_CONTRADICTS);
    }
}
