package io.journeystreams.load.bench.peer;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentReason;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each device's cart, and looks through all of them once a minute of stream time. Any activity restarts the delay, an order
 * ends it. What is kept is the alert that it will become.
 */
final class CartProcessor implements Processor<String, ClickstreamEvent, String, AbandonmentEvent> {

    private static final Duration DELAY = Duration.ofMinutes(60);
    private static final Duration SCAN_INTERVAL = Duration.ofMinutes(1);

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, AbandonmentEvent> context;

    @SuppressWarnings("NullAway.Init") // the same
    private KeyValueStore<String, AbandonmentEvent> carts;

    @Override
    public void init(ProcessorContext<String, AbandonmentEvent> taskContext) {
        context = taskContext;
        carts = taskContext.getStateStore(PlainJob.CARTS);
        taskContext.schedule(SCAN_INTERVAL, PunctuationType.STREAM_TIME, this::scan);
    }

    @Override
    public void process(Record<String, ClickstreamEvent> record) {
        ClickstreamEvent event = record.value();
        AbandonmentEvent cart = notDue(record.key(), carts.get(record.key()), event.getOccurredAt());
        if (event.getType().equals("order_placed")) {
            if (cart != null) {
                carts.delete(record.key());
            }
        } else if (event.getType().equals("product_added")) {
            carts.put(record.key(), touched(added(record.key(), cart, event), event));
        } else if (cart != null) {
            carts.put(record.key(), touched(cart, event));
        }
    }

    /** The cart, unless its delay was over before this happened: then it is told of. */
    private @Nullable AbandonmentEvent notDue(String device, @Nullable AbandonmentEvent cart, Instant now) {
        if (cart == null || !now.isAfter(cart.getDeadline())) {
            return cart;
        }
        tell(device, cart);
        return null;
    }

    private static AbandonmentEvent added(String device, @Nullable AbandonmentEvent cart, ClickstreamEvent event) {
        AbandonmentEvent alert = cart == null ? armed(device, event) : cart;
        List<Line> lines = new ArrayList<>(alert.getLines());
        lines.addAll(event.getLines());
        alert.setLines(lines);
        return alert;
    }

    private static AbandonmentEvent armed(String device, ClickstreamEvent event) {
        return AbandonmentEvent.newBuilder()
                .setProfile(event.getCustomerId() == null ? "a:" + device : "c:" + event.getCustomerId())
                .setTenant("shop")
                .setPolicyVersion("")
                .setAlertId(event.getEventId())
                .setRevision(1)
                .setState(AbandonmentState.ABANDONED)
                .setKind(AbandonmentKind.CART)
                .setSubjectId(String.valueOf(event.getCartId()))
                .setCartId(event.getCartId())
                .setArmSeq(1)
                .setArmedAt(event.getOccurredAt())
                .setLastActivityAt(event.getOccurredAt())
                .setDeadline(event.getOccurredAt().plus(DELAY))
                .setEmittedAt(event.getOccurredAt())
                .setActionable(true)
                .setReason(AbandonmentReason.NONE)
                .setDeviceId(device)
                .setDevice(event.getDevice())
                .setChannel(event.getChannel())
                .build();
    }

    private static AbandonmentEvent touched(AbandonmentEvent cart, ClickstreamEvent event) {
        cart.setLastActivityAt(event.getOccurredAt());
        cart.setDeadline(event.getOccurredAt().plus(DELAY));
        return cart;
    }

    private void scan(long streamTimeMs) {
        Instant now = Instant.ofEpochMilli(streamTimeMs).minus(PlainJob.GRACE);
        try (KeyValueIterator<String, AbandonmentEvent> all = carts.all()) {
            while (all.hasNext()) {
                KeyValue<String, AbandonmentEvent> entry = all.next();
                if (now.isAfter(entry.value.getDeadline())) {
                    tell(entry.key, entry.value);
                }
            }
        }
    }

    private void tell(String device, AbandonmentEvent cart) {
        carts.delete(device);
        context.forward(new Record<>(device, cart, cart.getDeadline().toEpochMilli()));
    }
}
