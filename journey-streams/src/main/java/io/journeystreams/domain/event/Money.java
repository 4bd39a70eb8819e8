package io.journeystreams.domain.event;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An amount of money, exact to a ten-thousandth of the currency's unit.
 *
 * @param tenThousandths the amount in 1/10 000 of the unit; may be negative
 * @param currency ISO 4217 code
 */
public record Money(long tenThousandths, String currency) {

    /** Decimal places kept; the scale of the Avro contracts. */
    public static final int SCALE = 4;

    /** Largest amount in 1/10 000 of the unit: the contracts keep 18 digits. */
    public static final long LARGEST = 999_999_999_999_999_999L;

    private static final int CODE_LENGTH = 3;
    private static final int USUAL_FRACTION_DIGITS = 2;

    /** Of the currencies that the JVM knows, by code; those without such places have 0. */
    private static final Map<String, Integer> FRACTION_DIGITS = Currency.getAvailableCurrencies().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Currency::getCurrencyCode, known -> Math.max(0, known.getDefaultFractionDigits())));

    public Money {
        if (currency.length() != CODE_LENGTH) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code: " + currency);
        }
    }

    /** @throws ArithmeticException if the amount does not fit into 64 bits of ten-thousandths */
    public static Money of(BigDecimal amount, String currency) {
        BigDecimal scaled = amount.setScale(SCALE, RoundingMode.HALF_EVEN);
        return new Money(scaled.unscaledValue().longValueExact(), currency);
    }

    public static Money of(String amount, String currency) {
        return of(new BigDecimal(amount), currency);
    }

    /** The sum; absent where the currencies differ, or where it does not fit the contracts. */
    public Optional<Money> plus(Money other) {
        return currency.equals(other.currency) ? fitting(tenThousandths + other.tenThousandths) : Optional.empty();
    }

    /** The price of several pieces; absent where it does not fit the contracts. */
    public Optional<Money> times(int pieces) {
        boolean isTooLarge = pieces != 0 && Math.abs(tenThousandths) > LARGEST / Math.abs((long) pieces);
        return isTooLarge ? Optional.empty() : fitting(tenThousandths * pieces);
    }

    /** The amount at the contracts' scale. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(tenThousandths, SCALE);
    }

    /** The amount with as many places as the currency has, more only where they are not zero: {@code 12.50}. */
    public String plainAmount() {
        BigDecimal shortest = amount().stripTrailingZeros();
        int places = Math.max(shortest.scale(), fractionDigits());
        return shortest.setScale(places).toPlainString();
    }

    private Optional<Money> fitting(long amount) {
        return Math.abs(amount) <= LARGEST ? Optional.of(new Money(amount, currency)) : Optional.empty();
    }

    private int fractionDigits() {
        return FRACTION_DIGITS.getOrDefault(currency, USUAL_FRACTION_DIGITS);
    }
}
