package io.journeystreams.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who comes how often, by which way, and with what in mind. */
class SharesTest {

    private static final int DRAWN = 20_000;
    private static final int ALL = 100;

    private final Random random = new Random(42);

    @Test
    void allSharesAddUpToAHundredPercent() {
        assertThat(Stream.of(Plan.values()).mapToInt(Plan::share).sum()).isEqualTo(ALL);
        assertThat(Stream.of(EntryChannel.values())
                        .mapToInt(EntryChannel::share)
                        .sum())
                .isEqualTo(ALL);
        assertThat(Stream.of(Device.values()).mapToInt(Device::share).sum()).isEqualTo(ALL);
        assertThat(Stream.of(PaymentMethod.values())
                        .mapToInt(PaymentMethod::share)
                        .sum())
                .isEqualTo(ALL);
    }

    @Test
    void channelsComeAsOftenAsTheirShares() {
        Map<EntryChannel, Double> drawn = percent(() -> EntryChannel.any(random));

        for (EntryChannel channel : EntryChannel.values()) {
            assertThat(drawn.get(channel)).isCloseTo(channel.share(), within(1.5));
        }
    }

    @Test
    void everyPlanIsDrawnByEveryChannel() {
        for (EntryChannel channel : EntryChannel.values()) {
            assertThat(percent(() -> Plan.any(channel, random)).keySet()).isEqualTo(Set.of(Plan.values()));
        }
    }

    @Test
    void mailsBringMoreWhoBuyThanSocialMediaDo() {
        double byMail = percent(() -> Plan.any(EntryChannel.EMAIL, random)).getOrDefault(Plan.BUYS_ON_WEB, 0.0);
        double bySocial = percent(() -> Plan.any(EntryChannel.SOCIAL, random)).getOrDefault(Plan.BUYS_ON_WEB, 0.0);

        assertThat(byMail).isGreaterThan(2 * bySocial);
    }

    private static <T> Map<T, Double> percent(Supplier<T> draw) {
        return IntStream.range(0, DRAWN)
                .mapToObj(i -> draw.get())
                .collect(Collectors.groupingBy(
                        Function.identity(),
                        Collectors.collectingAndThen(Collectors.counting(), count -> count * (double) ALL / DRAWN)));
    }
}
