package io.journeystreams.load.flink;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each device's open sessions and cart, and publishes them when their time is over. A timer is not moved by every event:
 * if it goes off and something has happened since, it is set again.
 */
final class VisitorFunction extends KeyedProcessFunction<String, Activity, Outcome> {

    private final String registryUrl;

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else
    private transient ValueState<@Nullable Visitor> visitors;

    @SuppressWarnings("NullAway.Init") // the same
    private transient AvroSerializer<SessionEvent> sessions;

    @SuppressWarnings("NullAway.Init") // the same
    private transient AvroSerializer<AbandonmentEvent> alerts;

    VisitorFunction(String registryUrl) {
        this.registryUrl = registryUrl;
    }

    @Override
    public void open(OpenContext context) {
        RegistryConnection registry = RegistryConnection.open(Map.of(RegistryConnection.URL, registryUrl));
        sessions = new AvroSerializer<>(SessionEvent.class, registry, SchemaSource.REGISTER);
        alerts = new AvroSerializer<>(AbandonmentEvent.class, registry, SchemaSource.REGISTER);
        visitors = getRuntimeContext().getState(new ValueStateDescriptor<>("visitors", Visitor.class));
    }

    @Override
    public void processElement(Activity activity, Context context, Collector<Outcome> out) throws IOException {
        Visitor known = visitors.value();
        Visitor visitor = known == null ? new Visitor() : known;
        visitor.joinSession(activity, context.timerService().currentWatermark());
        visitor.moveCart(activity, cart -> out.collect(abandoned(activity.device, cart)));
        keep(visitor, context.timerService());
    }

    @Override
    public void onTimer(long atMs, OnTimerContext context, Collector<Outcome> out) throws IOException {
        Visitor visitor = visitors.value();
        if (visitor == null || visitor.timerAtMs != atMs) {
            return;
        }
        String device = context.getCurrentKey();
        visitor.settle(
                context.timerService().currentWatermark(),
                session -> out.collect(closed(device, session)),
                cart -> out.collect(abandoned(device, cart)));
        visitor.timerAtMs = Visitor.NEVER;
        keep(visitor, context.timerService());
    }

    /** With a timer at the latest when something is due. */
    private void keep(Visitor visitor, TimerService timers) throws IOException {
        long dueAtMs = visitor.dueAtMs();
        if (dueAtMs == Visitor.NEVER) {
            visitors.clear();
            return;
        }
        if (dueAtMs < visitor.timerAtMs) {
            visitor.timerAtMs = dueAtMs;
            timers.registerEventTimeTimer(dueAtMs);
        }
        visitors.update(visitor);
    }

    private Outcome closed(String device, OpenSession session) {
        byte[] value = sessions.serialize(Outcome.SESSIONS, session.asPublished(device));
        return new Outcome(Outcome.SESSIONS, device, Objects.requireNonNull(value));
    }

    private Outcome abandoned(String device, OpenCart cart) {
        byte[] value = alerts.serialize(Outcome.ABANDONMENT, cart.asPublished(device));
        return new Outcome(Outcome.ABANDONMENT, device, Objects.requireNonNull(value));
    }
}
