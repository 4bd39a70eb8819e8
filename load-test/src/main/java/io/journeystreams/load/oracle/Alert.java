package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentKind;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it has to be told first: whatever comes later, it keeps all this (T7).
 *
 * @param armedBy id of the arming event
 * @param lines product (and variant) and quantity
 */
record Alert(
        AbandonmentKind kind,
        String subject,
        String armedBy,
        long armedAtMs,
        long deadlineMs,
        Map<String, Integer> lines,
        @Nullable BigDecimal total) {

    Alert {
        lines = Map.copyOf(lines);
        total = total == null ? null : total.stripTrailingZeros();
    }
}
