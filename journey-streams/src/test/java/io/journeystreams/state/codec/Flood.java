package io.journeystreams.state.codec;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.ProductKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** What nobody does: events without end of one customer, each with ids, products and texts of its own. */
enum Flood {
    /** A million adds, as fault R8 has it: into one cart. */
    ADDS {
        @Override
        EventDraft draft(Numbers numbers, long atMs) {
            return EventDraft.of(numbers.id(), "product_added", atMs).lines(numbers.lines(1));
        }
    },
    CARTS {
        @Override
        EventDraft draft(Numbers numbers, long atMs) {
            return EventDraft.of(numbers.id(), "cart_updated", atMs)
                    .cart(Optional.of(new CartId(numbers.id())))
                    .lines(numbers.lines(20));
        }
    },
    TILLS {
        @Override
        EventDraft draft(Numbers numbers, long atMs) {
            return EventDraft.of(numbers.id(), "checkout_started", atMs)
                    .cart(Optional.of(new CartId(numbers.id())))
                    .checkout(Optional.of(new CheckoutId(numbers.id())))
                    .lines(numbers.lines(20));
        }
    },
    FORMS {
        @Override
        EventDraft draft(Numbers numbers, long atMs) {
            return EventDraft.of(numbers.id(), "form_started", atMs).attributes(Map.of("form_id", numbers.id()));
        }
    },
    LOOKS {
        @Override
        EventDraft draft(Numbers numbers, long atMs) {
            return EventDraft.of(numbers.id(), "product_viewed", atMs)
                    .lines(numbers.lines(1))
                    .attributes(Map.of("engaged_ms", "20000"));
        }
    },
    SEARCHES {
        @Override
        EventDraft draft(Numbers numbers, long atMs) {
            return EventDraft.of(numbers.id(), "product_searched", atMs)
                    .attributes(Map.of("query", "mug no. " + numbers.id()));
        }
    },
    ORDERS {
        @Override
        EventDraft draft(Numbers numbers, long atMs) {
            return EventDraft.of(numbers.id(), "order_placed", atMs)
                    .order(Optional.of(new OrderId(numbers.id())))
                    .lines(numbers.lines(5))
                    .attributes(Map.of("payment_status", "pending"));
        }
    },
    FAILURES {
        @Override
        EventDraft draft(Numbers numbers, long atMs) {
            return EventDraft.of(numbers.id(), "payment_failed", atMs)
                    .checkout(Optional.of(new CheckoutId(numbers.id())))
                    .attributes(Map.of("error", "declined " + numbers.id()));
        }
    },
    DEVICES {
        @Override
        EventDraft draft(Numbers numbers, long atMs) {
            return EventDraft.of(numbers.id(), "page_viewed", atMs)
                    .on(numbers.id())
                    .page(Optional.of("https://www.shop.example/" + numbers.id()));
        }
    },
    TICKETS {
        @Override
        EventDraft draft(Numbers numbers, long atMs) {
            return EventDraft.of(numbers.id(), "ticket_opened", atMs).attributes(Map.of("ticket_id", numbers.id()));
        }
    },
    LONG_TEXTS {
        @Override
        EventDraft draft(Numbers numbers, long atMs) {
            return EventDraft.of(numbers.id(), "page_viewed", atMs)
                    .page(Optional.of("https://www.shop.example/" + numbers.id() + "x".repeat(2_000)))
                    .attributes(Map.of("note", numbers.id() + "x".repeat(1_000)));
        }
    },
    LARGE_CARTS {
        @Override
        EventDraft draft(Numbers numbers, long atMs) {
            return EventDraft.of(numbers.id(), "cart_updated", atMs).lines(numbers.lines(200));
        }
    },
    EVERYTHING {
        @Override
        EventDraft draft(Numbers numbers, long atMs) {
            Flood[] all = values();
            return all[numbers.next(all.length - 1)].draft(numbers, atMs);
        }
    };

    abstract EventDraft draft(Numbers numbers, long atMs);

    JourneyEvent event(Numbers numbers, long atMs) {
        return draft(numbers, atMs).event();
    }

    /** Draws ids and products that have not been seen. */
    static final class Numbers {

        private final Random random;

        Numbers(long seed) {
            this.random = new Random(seed);
        }

        int next(int bound) {
            return random.nextInt(bound);
        }

        String id() {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }

        List<Line> lines(int count) {
            return IntStream.range(0, count).mapToObj(i -> line()).toList();
        }

        private Line line() {
            String product = "SKU-" + random.nextInt(Integer.MAX_VALUE);
            return new Line(
                    ProductKey.of(product),
                    Optional.of("Stoneware mug, 350 ml, no. " + product),
                    1,
                    Optional.of(Money.of("12.90", "EUR")),
                    Optional.of("https://cdn.shop.example/img/" + product + ".jpg"),
                    Optional.of("https://www.shop.example/kitchen/mugs-and-cups/" + product));
        }
    }
}
