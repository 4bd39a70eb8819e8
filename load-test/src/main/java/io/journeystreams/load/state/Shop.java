package io.journeystreams.load.state;

import io.journeystreams.load.shop.ShopEvent;
import io.journeystreams.load.shop.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Visits of customers who look back on three weeks. A few of them, the templates, have made their history themselves; everybody else has
 * that of their template. One customer in five is busy and makes four in five visits. The same for the same seed.
 *
 * <pre>
 *   customer 0 … T-1: templates;  customer k·T + t has the history of template t
 * </pre>
 */
final class Shop {

    /** The pattern of busy customers repeats so often; and that of customers who log in does. */
    static final int SMALLEST = 50;

    /** How long the templates' history is. */
    static final Duration HISTORY = Duration.ofDays(21);

    /** Device numbers have the same number of digits, so that those of a copy fit into the place of its template's. */
    private static final int FIRST_DEVICE = 10_000_000;

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int EVENTS_PER_CUSTOMER_AND_WEEK = 10;
    private static final int EVENTS_PER_VISIT = 7;
    private static final int ONE_IN_FIVE = 5;
    private static final int BUSY_IN_PATTERN = SMALLEST / ONE_IN_FIVE;
    private static final int VISITS_OF_BUSY = 16;
    private static final int VISITS_OF_OTHERS = 1;

    private static final Comparator<ShopEvent> BY_TIME =
            Comparator.comparingLong(ShopEvent::atMs).thenComparingInt(ShopEvent::device);

    private final SplittableRandom random;
    private final Visitor[] templates;

    /** @param templates a multiple of {@link #SMALLEST} */
    Shop(long seed, int templates) {
        this.random = new SplittableRandom(seed);
        this.templates = new Visitor[templates];
        for (int number = 0; number < templates; number++) {
            this.templates[number] = Visitor.of(deviceOf(number));
        }
    }

    /** @param customer number of the customer, from 0 */
    static int deviceOf(int customer) {
        return FIRST_DEVICE + customer;
    }

    /** How long it takes so many customers to make so many events, milliseconds. */
    static long lengthMs(int customers, long events) {
        return WEEK.toMillis() * events / EVENTS_PER_CUSTOMER_AND_WEEK / customers;
    }

    /** What the templates have done, in the order of time; to be asked once, before anything else. */
    List<ShopEvent> history(long beginningMs) {
        List<ShopEvent> events = new ArrayList<>();
        for (int number = 0; number < templates.length; number++) {
            int visits = isBusy(number) ? VISITS_OF_BUSY : VISITS_OF_OTHERS;
            long[] times = random.longs(visits, beginningMs, beginningMs + HISTORY.toMillis())
                    .sorted()
                    .toArray();
            for (long atMs : times) {
                if (templates[number].isFree(atMs)) {
                    events.addAll(templates[number].visit(atMs, random));
                }
            }
        }
        events.sort(BY_TIME);
        return events;
    }

    /** Whether somebody has left a cart in their history and not bought it. */
    boolean hasLeftCart(int device) {
        return templates[templateOf(device)].hasLeftCart();
    }

    /** Whose history this customer has: the number of a template. */
    int templateOf(int device) {
        return (device - FIRST_DEVICE) % templates.length;
    }

    /**
     * What happens after the history, in the order of time: visits of customers, each with what their template has behind it.
     *
     * @param events at least so many, and no more than the last visit needs
     */
    List<ShopEvent> visits(int customers, long fromMs, long events) {
        Map<Integer, Visitor> visitors = new HashMap<>();
        List<ShopEvent> all = new ArrayList<>();
        long betweenVisitsMs = lengthMs(customers, EVENTS_PER_VISIT);
        for (long atMs = fromMs; all.size() < events; atMs += 1 + random.nextLong(2 * betweenVisitsMs + 1)) {
            all.addAll(someoneFree(visitors, customers, atMs).visit(atMs, random));
        }
        all.sort(BY_TIME);
        return all;
    }

    private Visitor someoneFree(Map<Integer, Visitor> visitors, int customers, long atMs) {
        boolean isBusy = random.nextInt(ONE_IN_FIVE) != 0;
        while (true) {
            int customer = isBusy ? someBusy(customers) : someOther(customers);
            Visitor visitor = visitors.computeIfAbsent(
                    customer, number -> templates[number % templates.length].twin(deviceOf(number)));
            if (visitor.isFree(atMs)) {
                return visitor;
            }
        }
    }

    private int someBusy(int customers) {
        return random.nextInt(customers / SMALLEST) * SMALLEST + random.nextInt(BUSY_IN_PATTERN);
    }

    private int someOther(int customers) {
        return random.nextInt(customers / SMALLEST) * SMALLEST + random.nextInt(BUSY_IN_PATTERN, SMALLEST);
    }

    private static boolean isBusy(int customer) {
        return customer % SMALLEST < BUSY_IN_PATTERN;
    }
}
