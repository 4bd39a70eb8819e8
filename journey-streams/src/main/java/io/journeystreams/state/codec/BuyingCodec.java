package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredOrder;
import io.journeystreams.contracts.StoredPastOrders;
import io.journeystreams.domain.churn.Buying;
import io.journeystreams.domain.churn.Past;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer has bought. */
final class BuyingCodec {

    private BuyingCodec() {}

    /** Null if every order is still known by itself. */
    static @Nullable StoredPastOrders past(Past past, TextTable texts) {
        return past.equals(Past.NONE)
                ? null
                : new StoredPastOrders(
                        past.days(),
                        Moments.store(past.firstAtMs()),
                        Moments.store(past.lastAtMs()),
                        texts.place(past.lastBy().map(EventId::value)),
                        LineCodec.storeMoney(past.spent(), texts),
                        past.valued(),
                        texts.place(past.cohort()));
    }

    static List<StoredOrder> orders(Buying buying, TextTable texts) {
        return buying.orders().stream()
                .map(order -> new StoredOrder(
                        texts.place(order.by().value()),
                        texts.place(order.id().map(OrderId::value)),
                        Moments.store(order.atMs()),
                        LineCodec.storeMoney(order.total(), texts),
                        texts.place(order.cohort())))
                .toList();
    }

    static Buying read(@Nullable StoredPastOrders past, List<StoredOrder> orders, Texts texts) {
        return new Buying(
                past == null ? Past.NONE : read(past, texts),
                orders.stream()
                        .map(order -> new Buying.Order(
                                new EventId(texts.at(order.getBy())),
                                texts.find(order.getId()).map(OrderId::new),
                                Moments.read(order.getAt()),
                                LineCodec.readMoney(order.getTotal(), texts),
                                texts.find(order.getCohort())))
                        .toList());
    }

    private static Past read(StoredPastOrders stored, Texts texts) {
        return new Past(
                stored.getDays(),
                Moments.read(stored.getFirstAt()),
                Moments.read(stored.getLastAt()),
                texts.find(stored.getLastBy()).map(EventId::new),
                LineCodec.readMoney(stored.getSpent(), texts),
                stored.getValued(),
                texts.find(stored.getCohort()));
    }
}
