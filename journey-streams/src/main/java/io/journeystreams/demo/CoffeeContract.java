package io.journeystreams.demo;

import io.journeystreams.contracts.CrmEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Coffee every month, by contract. Its renewal is charged to the card; when that fails it is tried once more. Few cancel.
 */
final class CoffeeContract {

    private static final BigDecimal PRICE = new BigDecimal("24.0000");
    private static final Duration PERIOD = Duration.ofDays(30);
    private static final Duration AGE = Duration.ofDays(90);
    private static final Duration LEAST_STEP = Duration.ofSeconds(4);
    private static final Duration MOST_STEP = Duration.ofSeconds(9);
    private static final Duration LEAST_UNTIL_NEXT_TRY = Duration.ofSeconds(25);
    private static final Duration MOST_UNTIL_NEXT_TRY = Duration.ofSeconds(40);
    private static final int CANCELS_PERCENT = 40;

    private final Diary diary;
    private final CardProvider provider;

    CoffeeContract(Diary diary, CardProvider provider) {
        this.diary = diary;
        this.provider = provider;
    }

    void renewOrCancel() {
        tell(
                "subscription_started",
                Map.of(
                        "started_at",
                                Instant.ofEpochMilli(diary.nowMs()).minus(AGE).toString(),
                        "renews_at",
                                Instant.ofEpochMilli(diary.nowMs())
                                        .plus(MOST_STEP)
                                        .toString()));
        diary.pause(LEAST_STEP, MOST_STEP);
        if (Drawing.isOneIn(CANCELS_PERCENT, diary.random())) {
            tell(
                    "subscription_cancel_requested",
                    Map.of("feedback", "more coffee than I can drink", "effective_at", nextPeriod()));
        } else if (!charge("1")) {
            diary.pause(LEAST_UNTIL_NEXT_TRY, MOST_UNTIL_NEXT_TRY);
            charge("2");
        }
    }

    private boolean charge(String attempt) {
        boolean isTaken = provider.takes(diary.nowMs(), diary.random());
        if (isTaken) {
            tell("subscription_renewed", Map.of("renews_at", nextPeriod()));
        } else {
            tell("renewal_failed", Map.of("attempt", attempt, "error", CardProvider.ERROR));
        }
        return isTaken;
    }

    private String nextPeriod() {
        return Instant.ofEpochMilli(diary.nowMs()).plus(PERIOD).toString();
    }

    private void tell(String type, Map<String, String> attributes) {
        CrmEvent.Builder event = diary.record(type, diary.nowMs())
                .setTotal(PRICE)
                .setCurrency(Product.CURRENCY)
                .setAttributes(attributes);
        diary.crm(event);
    }
}
