package io.journeystreams.load.flink;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sessions and carts need of an event. A POJO as Flink understands it, whose serializer is the fastest of those that it makes. */
public final class Activity {

    public String device = "";
    public long atMs;
    public String eventId = "";
    public String type = "";
    public String profile = "";
    public @Nullable String platform;
    public @Nullable String channel;
    public @Nullable String page;
    public @Nullable String cartId;
    /** Those that were added to a cart; of other events none. */
    public List<CartLine> added = new ArrayList<>();

    static Activity of(String device, ClickstreamEvent event) {
        Activity activity = new Activity();
        activity.device = device;
        activity.atMs = event.getOccurredAt().toEpochMilli();
        activity.eventId = event.getEventId();
        activity.type = event.getType();
        activity.profile = event.getCustomerId() == null ? "a:" + device : "c:" + event.getCustomerId();
        activity.platform = event.getDevice();
        activity.channel = event.getChannel();
        activity.page = event.getPage() == null ? null : event.getPage().getUrl();
        activity.cartId = event.getCartId();
        if (activity.fillsCart()) {
            for (Line line : event.getLines()) {
                activity.added.add(CartLine.of(line));
            }
        }
        return activity;
    }

    boolean fillsCart() {
        return type.equals("product_added");
    }

    boolean buys() {
        return type.equals("order_placed");
    }

    boolean isView() {
        return type.endsWith("_viewed");
    }
}
