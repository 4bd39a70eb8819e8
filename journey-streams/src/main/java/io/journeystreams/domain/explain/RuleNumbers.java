package io.journeystreams.domain.explain;

import io.journeystreams.domain.abandonment.Deadlines.PutOff;
import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.churn.ChurnKind;
import io.journeystreams.domain.churn.ChurnReason;
import java.util.Optional;

/** Which rule of docs/rules.md stands behind a reason. */
final class RuleNumbers {

    private RuleNumbers() {}

    static String of(DisarmReason reason) {
        return switch (reason) {
            case BOUGHT, PAID -> "A4";
            case EMPTIED -> "A7";
            case MOVED_UP, MOVED_DOWN, REPLACED, VIEWED -> "A3";
            case SUBMITTED, CANCELLED, OVERFLOW -> "A1";
            case BOT -> "S6";
            case MERGED -> "A9";
            case ERASED -> "I8";
        };
    }

    /** Of an alert's end. */
    static String ofEnd(Reason reason) {
        return switch (reason) {
            case EMPTIED -> "A7";
            case SUPERSEDED, REPLACED -> "A3";
            case MERGED -> "I6";
            case ERASED -> "I8";
            case RECOVERY_WINDOW_OVER, OVERFLOW -> "A1";
            default -> "A6";
        };
    }

    /** Of a gate that was shut. */
    static String ofGate(Reason reason) {
        return switch (reason) {
            case STALE -> "T6";
            case CONTROL -> "A15";
            case SUPERSEDED -> "A13";
            default -> "A11";
        };
    }

    /** Of an alert that a customer may be leaving. */
    static String of(ChurnKind kind) {
        return kind == ChurnKind.NON_CONTRACTUAL ? "C3" : "C2";
    }

    /** Of its end. */
    static String ofEnd(ChurnReason reason) {
        return switch (reason) {
            case MERGED -> "I6";
            case CHURNED -> "G6";
            case ERASED -> "I8";
            default -> "C3";
        };
    }

    static Optional<String> of(PutOff putOff) {
        return switch (putOff) {
            case NO -> Optional.empty();
            case COOL_DOWN -> Optional.of("A10");
            case HIGHER_KIND -> Optional.of("A3");
        };
    }
}
