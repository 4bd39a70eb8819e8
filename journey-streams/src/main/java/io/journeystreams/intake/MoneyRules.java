package io.journeystreams.intake;

import io.journeystreams.domain.event.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts and currencies as sources report them. */
final class MoneyRules {

    /** Largest amount taken, of one line or of a total: a thousand lines of it still add up in 64 bits. */
    static final BigDecimal LARGEST = new BigDecimal("100000000000");

    /** Beyond, an amount such as 1e-999999999 would be expensive to round. */
    private static final int MOST_PLACES = 30;

    private static final Pattern ISO_4217 = Pattern.compile("[A-Z]{3}");

    private MoneyRules() {}

    /** What is wrong with an amount, if anything. */
    static Optional<String> problemOf(@Nullable BigDecimal amount, int pieces, @Nullable String currency) {
        if (amount == null) {
            return Optional.empty();
        }
        if (currency == null) {
            return Optional.of("an amount needs a currency");
        }
        if (!ISO_4217.matcher(normalised(currency)).matches()) {
            return Optional.of("currency must be an ISO 4217 code");
        }
        if (Math.abs((long) amount.scale()) > MOST_PLACES) {
            return Optional.of("amount must have at most " + MOST_PLACES + " places");
        }
        if (amount.abs().multiply(BigDecimal.valueOf(Math.max(1, pieces))).compareTo(LARGEST) > 0) {
            return Optional.of("amount must be at most " + LARGEST);
        }
        return Optional.empty();
    }

    /** To be asked only where {@link #problemOf} found none. */
    static Optional<Money> read(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null
                ? Optional.empty()
                : Optional.of(Money.of(amount, normalised(currency)));
    }

    private static String normalised(String currency) {
        return currency.strip().toUpperCase(Locale.ROOT);
    }
}
