package io.journeystreams.load.flink;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentReason;
import io.journeystreams.contracts.AbandonmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cart that has neither been bought nor been told of; a POJO as Flink understands it. */
public final class OpenCart {

    private static final long DELAY_MS = Duration.ofMinutes(60).toMillis();

    public String alertId = "";
    public String profile = "";
    public @Nullable String cartId;
    public @Nullable String platform;
    public @Nullable String channel;
    public long armedAtMs;
    public long lastActivityMs;
    public List<CartLine> lines = new ArrayList<>();

    static OpenCart begunBy(Activity first) {
        OpenCart cart = new OpenCart();
        cart.alertId = first.eventId;
        cart.profile = first.profile;
        cart.cartId = first.cartId;
        cart.platform = first.platform;
        cart.channel = first.channel;
        cart.armedAtMs = first.atMs;
        return cart;
    }

    /** When it is abandoned if nothing more happens; what happens at this moment is in time. */
    long dueAtMs() {
        return lastActivityMs + DELAY_MS;
    }

    /** Any activity restarts the delay. */
    void touch(Activity activity) {
        lastActivityMs = activity.atMs;
        lines.addAll(activity.added);
    }

    AbandonmentEvent asPublished(String device) {
        Instant armedAt = Instant.ofEpochMilli(armedAtMs);
        return AbandonmentEvent.newBuilder()
                .setProfile(profile)
                .setTenant("shop")
                .setPolicyVersion("")
                .setAlertId(alertId)
                .setRevision(1)
                .setState(AbandonmentState.ABANDONED)
                .setKind(AbandonmentKind.CART)
                .setSubjectId(String.valueOf(cartId))
                .setCartId(cartId)
                .setArmSeq(1)
                .setArmedAt(armedAt)
                .setLastActivityAt(Instant.ofEpochMilli(lastActivityMs))
                .setDeadline(Instant.ofEpochMilli(dueAtMs()))
                .setEmittedAt(armedAt)
                .setActionable(true)
                .setReason(AbandonmentReason.NONE)
                .setDeviceId(device)
                .setDevice(platform)
                .setChannel(channel)
                .setLines(lines.stream().map(CartLine::asPublished).toList())
                .build();
    }
}
