package io.journeystreams.churn;

import java.util.List;

/**
 * The days on which one customer ordered.
 *
 * @param epochDays ascending, each once, at least one
 */
public record PurchaseDays(List<Integer> epochDays) {

    public PurchaseDays {
        epochDays = epochDays.stream().distinct().sorted().toList();
        if (epochDays.isEmpty()) {
            throw new IllegalArgumentException("who never ordered is no customer");
        }
    }

    int first() {
        return epochDays.get(0);
    }

    int last() {
        return epochDays.get(epochDays.size() - 1);
    }

    /** Days with an order before this one. */
    int countBefore(int day) {
        int count = 0;
        while (count < epochDays.size() && epochDays.get(count) < day) {
            count++;
        }
        return count;
    }
}
