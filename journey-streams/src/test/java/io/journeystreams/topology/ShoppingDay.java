package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.crm;
import static io.journeystreams.intake.Reports.line;

import io.journeystreams.contracts.ClickstreamEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Visitors of a day who look, fill a cart, log in, go to the till, and buy on the web or by phone, or do not. */
final class ShoppingDay {

    private static final int VISITORS = 40;

    /** A record as its producer sent it; the key is the producer's choice. */
    record Sent(String topic, String ownKey, String otherKey, SpecificRecord event, long arrivedMs) {}

    private final Random random;
    private final List<Sent> sent = new ArrayList<>();
    final Set<String> boughtAll = new HashSet<>();
    private int events;

    ShoppingDay(long seed) {
        this.random = new Random(seed);
        for (int visitor = 0; visitor < VISITORS; visitor++) {
            visit("device-" + visitor, "customer-" + visitor);
        }
        sent.sort(Comparator.comparingLong(Sent::arrivedMs));
    }

    List<Sent> sent() {
        return sent;
    }

    private void visit(String device, String customer) {
        long atMs = BEGINNING + minutes(random.nextInt(12 * 60));
        boolean isKnown = false;
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            atMs += minutes(random.nextInt(12));
            boolean isNamed = random.nextInt(6) < (isKnown ? 4 : 1);
            isKnown |= isNamed;
            String type = random.nextInt(3) == 0 ? "product_viewed" : "product_added";
            web(type, atMs, device, isNamed ? customer : null);
        }
        if (random.nextBoolean()) {
            atMs += minutes(1);
            web("checkout_started", atMs, device, isKnown ? customer : null);
        }
        if (random.nextInt(3) > 0) {
            atMs += minutes(1 + random.nextInt(20));
            buy(atMs, device, customer, isKnown);
        }
    }

    private void buy(long atMs, String device, String customer, boolean isKnown) {
        boughtAll.add(device);
        if (isKnown && random.nextBoolean()) {
            add(
                    Topics.CRM,
                    customer,
                    crm("e" + events++, "order_placed", atMs)
                            .setCustomerId(customer)
                            .build(),
                    atMs);
        } else {
            web("order_placed", atMs, device, isKnown ? customer : null);
        }
    }

    private void web(String type, long atMs, String device, @Nullable String customer) {
        ClickstreamEvent.Builder event = clickstream("e" + events++, type, atMs)
                .setAnonymousId(device)
                .setCustomerId(customer)
                .setCheckoutId(type.equals("checkout_started") ? "till-" + device : null);
        if (type.startsWith("product")) {
            event.setLines(List.of(line("p" + random.nextInt(5), 1, "9.90", "EUR")));
        }
        add(Topics.CLICKSTREAM, device, event.build(), atMs);
    }

    /** Arrives within the grace. */
    private void add(String topic, String key, SpecificRecord event, long atMs) {
        String product = "product-" + random.nextInt(20);
        sent.add(new Sent(topic, key, product, event, atMs + random.nextInt(90_000)));
    }

    private static long minutes(int minutes) {
        return Duration.ofMinutes(minutes).toMillis();
    }
}
