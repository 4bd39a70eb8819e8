package io.journeystreams.domain.abandonment;

import java.util.Locale;

/** How an order is to be paid; it decides how long the money may take (kind PAYMENT_PENDING). */
public enum PaymentMethod {
    CARD,
    WALLET,
    TRANSFER;

    /** What a source means by a name. A method that we do not know counts as the slowest, so that nobody is pressed early. */
    static PaymentMethod named(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_")) {
            case "card", "credit_card", "debit_card" -> CARD;
            case "wallet", "paypal", "apple_pay", "google_pay", "amazon_pay", "klarna_pay_now" -> WALLET;
            default -> TRANSFER;
        };
    }
}
