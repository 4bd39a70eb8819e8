package io.journeystreams.intake;

import io.journeystreams.domain.event.Occurrence.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares a record's key with the id in its payload (rule O1). The payload decides; differences are counted. */
public final class KeyCheck {

    private KeyCheck() {}

    /**
     * What to count, if anything.
     *
     * @param rekey the source is known to key by something else
     */
    public static Optional<IntakeOutcome> differenceOf(byte @Nullable [] key, ReportedEvent event, boolean rekey) {
        String expected = event.source() == Source.CRM ? event.customerId() : event.anonymousId();
        boolean isSame =
                key != null && expected != null && Arrays.equals(key, expected.getBytes(StandardCharsets.UTF_8));
        return isSame ? Optional.empty() : Optional.of(rekey ? IntakeOutcome.REKEYED : problemOf(key));
    }

    private static IntakeOutcome problemOf(byte @Nullable [] key) {
        return key == null ? IntakeOutcome.KEY_MISSING : IntakeOutcome.KEY_CONTRADICTS;
    }
}
