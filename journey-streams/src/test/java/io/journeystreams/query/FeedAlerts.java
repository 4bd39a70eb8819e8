package io.journeystreams.query;

import io.journeystreams.domain.abandonment.About;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.AlertStatus;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.abandonment.Standing;
import io.journeystreams.domain.abandonment.SubjectKey;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.ProfileKey;
import java.util.List;
import java.util.Optional;

/** Alerts for the feed. What must never be told of them holds {@link #MARKER}. */
public final class FeedAlerts {

    public static final String MARKER = "hidden-marker";

    private FeedAlerts() {}

    public static AlertOutput alert(String id, int revision, long atMs) {
        Alert alert = new Alert(
                new AlertId(id),
                new SubjectKey(Kind.CART, MARKER),
                1,
                0,
                0,
                0,
                new About(
                        Optional.of(new CartId(MARKER)),
                        Optional.of(new CheckoutId(MARKER)),
                        Optional.of(new OrderId(MARKER)),
                        List.of(),
                        Alert.CheckoutProgress.none()),
                List.of(Line.of(MARKER, 1)),
                new Alert.Visit(
                        Optional.of(MARKER),
                        Optional.of(MARKER),
                        Optional.of(MARKER + "'s phone"),
                        Optional.of(MARKER + " newsletter")),
                List.of(),
                true,
                new AlertStatus.Live(),
                List.of());
        return new AlertOutput(
                ProfileKey.ofCustomer(MARKER),
                alert,
                revision,
                AlertOutput.State.ABANDONED,
                true,
                Reason.NONE,
                true,
                1,
                AlertOutput.Delivery.NONE,
                Optional.of("https://shop.example/" + MARKER),
                atMs,
                new Standing(Optional.of("DECISION"), Optional.empty()),
                Optional.empty());
    }
}
