package io.journeystreams.churn;

import io.journeystreams.domain.churn.model.RepeatPurchases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a cohort had bought when a day began; customers with equal histories are one group, so that a million of them are
 * quickly gone through.
 *
 * @param repeatsByTenure how many repeat orders came so many days after the customer's first; in order, because sums of
 *     logarithms depend on it
 * @param firstDay day of the first order
 * @param endDay the first that is not looked at
 */
record Sample(
        List<Group> groups, SortedMap<Integer, Integer> repeatsByTenure, int customers, int firstDay, int endDay) {

    static final double DAYS_A_WEEK = 7;

    Sample {
        groups = List.copyOf(groups);
        repeatsByTenure = Collections.unmodifiableSortedMap(new TreeMap<>(repeatsByTenure));
    }

    /** Customers with equal numbers of repeats, days to the last of them, and days until now. */
    record Group(int repeats, int lastDays, int ageDays, int customers) {

        RepeatPurchases purchases() {
            return new RepeatPurchases(repeats, lastDays / DAYS_A_WEEK, ageDays / DAYS_A_WEEK);
        }
    }

    private record History(int repeats, int lastDays, int ageDays) {}

    /** Customers whose first order was before the day, and what they bought until then. */
    static Sample before(int endDay, List<PurchaseDays> cohort) {
        Map<History, Integer> groups = new HashMap<>();
        SortedMap<Integer, Integer> tenures = new TreeMap<>();
        int customers = 0;
        int firstDay = endDay;
        for (PurchaseDays days : cohort) {
            int count = days.countBefore(endDay);
            if (count > 0) {
                customers++;
                firstDay = Math.min(firstDay, days.first());
                groups.merge(history(days, count, endDay), 1, Integer::sum);
                days.epochDays().subList(1, count).forEach(day -> tenures.merge(day - days.first(), 1, Integer::sum));
            }
        }
        return new Sample(inOrder(groups), tenures, customers, firstDay, endDay);
    }

    /** One customer's as of the beginning of a day, after the first order. */
    static RepeatPurchases purchases(PurchaseDays days, int endDay) {
        History history = history(days, days.countBefore(endDay), endDay);
        return new Group(history.repeats, history.lastDays, history.ageDays, 1).purchases();
    }

    int repeats() {
        return repeatsByTenure.values().stream().mapToInt(Integer::intValue).sum();
    }

    int days() {
        return endDay - firstDay;
    }

    private static History history(PurchaseDays days, int count, int endDay) {
        int last = days.epochDays().get(count - 1);
        return new History(count - 1, last - days.first(), endDay - 1 - days.first());
    }

    /** Sums of logarithms depend on the order in which they are added up. */
    private static List<Group> inOrder(Map<History, Integer> groups) {
        List<Group> ordered = new ArrayList<>();
        groups.forEach((history, customers) ->
                ordered.add(new Group(history.repeats, history.lastDays, history.ageDays, customers)));
        ordered.sort(Comparator.comparingInt(Group::repeats)
                .thenComparingInt(Group::lastDays)
                .thenComparingInt(Group::ageDays));
        return ordered;
    }
}
