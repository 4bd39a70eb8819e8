package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredMoments;
import io.journeystreams.contracts.StoredOrderFlow;
import io.journeystreams.contracts.StoredPayment;
import io.journeystreams.contracts.StoredTier;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.moment.Moments.Payment;
import io.journeystreams.domain.moment.Moments.TierStanding;
import io.journeystreams.domain.moment.OrderFlow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What moments of orders wait for. */
final class OrderMomentsCodec {

    private OrderMomentsCodec() {}

    /** Null if there is nothing. */
    static @Nullable StoredMoments store(io.journeystreams.domain.moment.Moments moments, TextTable texts) {
        return moments.equals(io.journeystreams.domain.moment.Moments.NONE) ? null : stored(moments, texts);
    }

    static io.journeystreams.domain.moment.Moments read(@Nullable StoredMoments stored, Texts texts) {
        return stored == null ? io.journeystreams.domain.moment.Moments.NONE : moments(stored, texts);
    }

    private static StoredMoments stored(io.journeystreams.domain.moment.Moments moments, TextTable texts) {
        return new StoredMoments(
                moments.orders().stream().map(order -> store(order, texts)).toList(),
                moments.lastPaid()
                        .map(paid -> new StoredPayment(
                                texts.place(paid.orderId().map(OrderId::value)), Moments.store(paid.atMs())))
                        .orElse(null),
                moments.tier()
                        .map(tier -> new StoredTier(texts.place(tier.name()), Moments.store(tier.sinceMs())))
                        .orElse(null),
                LineCodec.storeMoney(moments.spent(), texts),
                moments.moments().stream()
                        .map(moment -> FactCodec.store(moment, texts))
                        .toList());
    }

    private static io.journeystreams.domain.moment.Moments moments(StoredMoments stored, Texts texts) {
        return new io.journeystreams.domain.moment.Moments(
                stored.getOrders().stream().map(order -> read(order, texts)).toList(),
                Optional.ofNullable(stored.getLastPaid())
                        .map(paid -> new Payment(
                                texts.find(paid.getOrderId()).map(OrderId::new), Moments.read(paid.getAt()))),
                Optional.ofNullable(stored.getTier())
                        .map(tier -> new TierStanding(texts.at(tier.getName()), Moments.read(tier.getSince()))),
                LineCodec.readMoney(stored.getSpent(), texts),
                stored.getMoments().stream()
                        .map(moment -> FactCodec.read(moment, texts))
                        .toList());
    }

    private static StoredOrderFlow store(OrderFlow order, TextTable texts) {
        return new StoredOrderFlow(
                texts.place(order.id().value()),
                Moments.store(order.placedAtMs()),
                Moments.store(order.paidAtMs()),
                Moments.store(order.shippedAtMs()),
                texts.place(order.delivery().map(delivery -> delivery.by().value())),
                order.delivery().map(delivery -> Moments.store(delivery.atMs())).orElse(null),
                order.isClosed());
    }

    private static OrderFlow read(StoredOrderFlow stored, Texts texts) {
        return new OrderFlow(
                new OrderId(texts.at(stored.getId())),
                Moments.find(stored.getPlacedAt()),
                Moments.find(stored.getPaidAt()),
                Moments.find(stored.getShippedAt()),
                texts.find(stored.getDeliveredBy())
                        .map(by -> new OrderFlow.Delivery(new EventId(by), Moments.readOr(0, stored.getDeliveredAt()))),
                stored.getClosed());
    }
}
