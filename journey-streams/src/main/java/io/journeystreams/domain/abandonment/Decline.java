package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.Occurrence;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why a payment failed, and whether trying again with the same means can help. The hardness changes neither delay nor gate: it
 * tells the mail what to say, "try again" or "take another card".
 */
record Decline(Optional<String> error, Optional<String> hardness) {

    private static final String ERROR = "error";
    private static final String HARDNESS = "error_hardness";

    private static final String HARD = "hard";
    private static final String SOFT = "soft";

    /** Names in use with payment providers, and response codes of ISO 8583. */
    private static final Set<String> HARD_CODES = Set.of(
            "expired_card",
            "stolen_card",
            "lost_card",
            "pickup_card",
            "restricted_card",
            "invalid_card",
            "invalid_number",
            "incorrect_number",
            "invalid_account",
            "closed_account",
            "card_not_supported",
            "fraudulent",
            "suspected_fraud",
            "revocation_of_authorization",
            "stop_payment_order",
            "04",
            "07",
            "14",
            "15",
            "41",
            "43",
            "46",
            "54",
            "57",
            "59",
            "62",
            "r0",
            "r1",
            "r3");

    private static final Set<String> SOFT_CODES = Set.of(
            "insufficient_funds",
            "do_not_honor",
            "generic_decline",
            "card_declined",
            "declined",
            "processing_error",
            "issuer_not_available",
            "try_again_later",
            "card_velocity_exceeded",
            "withdrawal_count_limit_exceeded",
            "authentication_required",
            "incorrect_cvc",
            "incorrect_pin",
            "timeout",
            "05",
            "19",
            "51",
            "55",
            "61",
            "65",
            "75",
            "91",
            "96",
            "1a");

    /** What the source says counts before what the code means. */
    static Decline of(Occurrence failed) {
        Optional<String> error = failed.attribute(ERROR);
        Optional<String> said = failed.attribute(HARDNESS)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> text.equals(HARD) || text.equals(SOFT));
        return new Decline(error, said.or(() -> error.flatMap(Decline::hardnessOf)));
    }

    private static Optional<String> hardnessOf(String error) {
        String code = error.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_");
        if (HARD_CODES.contains(code)) {
            return Optional.of(HARD);
        }
        return SOFT_CODES.contains(code) ? Optional.of(SOFT) : Optional.empty();
    }
}
