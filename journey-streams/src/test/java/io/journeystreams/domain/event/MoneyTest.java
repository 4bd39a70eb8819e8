package io.journeystreams.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Money LARGEST = Money.of("99999999999999.9999", "EUR");

    @ParameterizedTest
    @CsvSource({"12.5,EUR,12.50", "12.5,JPY,12.5", "12,JPY,12", "0.0125,EUR,0.0125", "1,KWD,1.000", "-3,EUR,-3.00"})
    void amountIsWrittenWithAsManyPlacesAsTheCurrencyHas(String amount, String currency, String written) {
        assertThat(Money.of(amount, currency).plainAmount()).isEqualTo(written);
    }

    @Test
    void whatDoesNotFitTheContractsIsAbsentAndNotWrong() {
        assertThat(LARGEST.plus(Money.of("0.0001", "EUR"))).isEmpty();
        assertThat(LARGEST.times(2)).isEmpty();
        assertThat(LARGEST.times(1)).contains(LARGEST);
        assertThat(Money.of("0.01", "EUR").times(Integer.MAX_VALUE)).contains(Money.of("21474836.47", "EUR"));
    }

    @Test
    void totalIsAbsentWhereItIsNotKnown() {
        Line mug = Line.of("mug", 2).withUnitPrice(Money.of("12.50", "EUR"));
        Line tea = Line.of("tea", 1).withUnitPrice(Money.of("3.00", "EUR"));
        Line coffee = Line.of("coffee", 1).withUnitPrice(Money.of("3.00", "USD"));

        assertThat(Totals.of(List.of(mug, tea))).contains(Money.of("28.00", "EUR"));
        assertThat(Totals.of(List.of())).isEqualTo(Optional.empty());
        assertThat(Totals.of(List.of(mug, Line.of("gift", 1)))).isEmpty();
        assertThat(Totals.of(List.of(mug, coffee, tea))).isEmpty();
    }
}
