package io.journeystreams.state.codec;

import io.journeystreams.domain.abandonment.AbandonmentPolicy;
import io.journeystreams.domain.abandonment.ActionPolicy;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.ConsentRule;
import io.journeystreams.domain.abandonment.ControlGroup;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.KindPolicy;
import io.journeystreams.domain.abandonment.PaymentMethod;
import io.journeystreams.domain.churn.Cdnow;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.CohortBy;
import io.journeystreams.domain.churn.CohortModels;
import io.journeystreams.domain.churn.Weights;
import io.journeystreams.domain.engine.CoursePolicy;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.ProductKey;
import io.journeystreams.domain.identity.IdentityPolicy;
import io.journeystreams.domain.interest.InterestPolicy;
import io.journeystreams.domain.moment.MomentPolicy;
import io.journeystreams.domain.moment.Tier;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.service.ServicePolicy;
import io.journeystreams.domain.session.SessionPolicy;
import io.journeystreams.domain.stage.StagePolicy;
import io.journeystreams.domain.time.ClockPolicy;
import io.journeystreams.domain.time.ClockReading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A customer's random events and a clock that moves on; every step follows from the seed and the state before it. */
final class RandomJourney {

    /** Short times, so that much happens in few events. */
    static final EnginePolicy POLICY = new EnginePolicy(
            "shop",
            "random",
            new ClockPolicy(Duration.ofMinutes(2), Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofHours(3)),
            IdentityPolicy.defaults(),
            new SessionPolicy(Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(3), true),
            new AbandonmentPolicy(
                    kinds(),
                    AbandonmentPolicy.Basis.CUSTOMER,
                    Duration.ofHours(4),
                    Duration.ofMinutes(30),
                    3,
                    Duration.ofHours(1),
                    Duration.ofHours(9),
                    Map.of(
                            PaymentMethod.CARD, Duration.ofMinutes(30),
                            PaymentMethod.WALLET, Duration.ofMinutes(60),
                            PaymentMethod.TRANSFER, Duration.ofMinutes(90)),
                    InterestPolicy.defaults(),
                    new ActionPolicy(
                            ConsentRule.EXISTING_CUSTOMER,
                            Optional.empty(),
                            ZoneOffset.UTC,
                            new ControlGroup(BigDecimal.valueOf(50)),
                            Duration.ofHours(5)),
                    Optional.of("https://shop.example/back/{alertId}")),
            new CoursePolicy(
                    new StagePolicy(
                            StagePolicy.defaults().model(),
                            Duration.ofHours(6),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(30),
                            Duration.ofHours(2)),
                    new ServicePolicy(ServicePolicy.defaults().promises(), Duration.ofHours(5)),
                    new MomentPolicy(
                            Duration.ofHours(2),
                            List.of(
                                    new Tier("SILVER", Tier.Measure.ORDERS, BigDecimal.valueOf(2)),
                                    new Tier("GOLD", Tier.Measure.SPEND, BigDecimal.valueOf(300)))),
                    churn()));

    private static final long BEGINNING_MS = 1_772_359_200_000L;
    private static final List<String> TYPES = List.of(
            "page_viewed",
            "product_viewed",
            "product_added",
            "product_added",
            "product_added",
            "product_removed",
            "cart_viewed",
            "cart_updated",
            "checkout_started",
            "checkout_started",
            "checkout_step_completed",
            "payment_failed",
            "payment_succeeded",
            "order_placed",
            "order_refunded",
            "identified",
            "logged_out",
            "email_clicked",
            "product_viewed",
            "product_searched",
            "form_started",
            "form_submitted",
            "consent_changed",
            "chat_requested",
            "chat_answered",
            "chat_ended",
            "call_queued",
            "call_ended",
            "ticket_opened",
            "ticket_resolved",
            "ticket_reopened",
            "order_paid",
            "order_shipped",
            "order_delivered",
            "order_returned",
            "customer_updated",
            "checkout_error",
            "subscription_started",
            "subscription_downgraded",
            "subscription_cancel_requested",
            "subscription_cancelled",
            "subscription_cancelled",
            "renewal_failed",
            "data_exported",
            "review_written");

    /** Half a year of CDNOW in an hour or so. */
    private static final double SPEED = 3_000;

    private final Random random;
    private long clockMs = BEGINNING_MS;
    private long offset;

    RandomJourney(long seed) {
        this.random = new Random(seed);
    }

    private static Map<Kind, KindPolicy> kinds() {
        Map<Kind, KindPolicy> kinds = new EnumMap<>(Kind.class);
        AbandonmentPolicy.defaults()
                .kinds()
                .forEach((kind, usual) -> kinds.put(
                        kind,
                        new KindPolicy(
                                usual.delay(),
                                usual.minValue(),
                                Duration.ofHours(3),
                                List.of(Duration.ofMinutes(40), Duration.ofHours(2)))));
        return kinds;
    }

    private static ChurnPolicy churn() {
        return new ChurnPolicy(
                Optional.of(CohortModels.of(
                        Cdnow.faster(SPEED), Map.of("email", Cdnow.faster(2 * SPEED)), new CohortBy(CohortBy.CHANNEL))),
                Optional.of(Weights.of(3, Duration.ofHours(6))),
                0.5,
                0.3,
                0.75,
                Duration.ofMinutes(10),
                Duration.ofHours(2),
                Duration.ofHours(1),
                1);
    }

    /** The clock, moved on; undefined now and then in the beginning. */
    ClockReading tick() {
        boolean longSilence = random.nextInt(25) == 0;
        clockMs += longSilence ? minutes(random.nextInt(15 * 60)) : minutes(random.nextInt(25));
        boolean isHeard = clockMs > BEGINNING_MS + minutes(60) || random.nextBoolean();
        return isHeard ? ClockReading.at(clockMs, intakeAtMs()) : ClockReading.undefined();
    }

    long intakeAtMs() {
        return clockMs + minutes(2) + 17;
    }

    /** Most are new, some are delivered again. */
    JourneyEvent event(ProfileState state) {
        boolean isAgain = !state.recent().isEmpty() && random.nextInt(20) == 0;
        return isAgain ? oneOf(state.recent()) : newEvent(state);
    }

    private JourneyEvent newEvent(ProfileState state) {
        String type = oneOf(TYPES);
        boolean isPurchase = type.equals("order_placed") || type.equals("payment_succeeded");
        boolean isServer = isPurchase && random.nextBoolean();
        return EventDraft.of(eventId(), type, atMs())
                .from(isServer ? Occurrence.Source.CRM : Occurrence.Source.CLICKSTREAM)
                .on(oneOf(List.of("0d3c8f0e-5b2a-4e6f-9f3d-1a2b3c4d5e6f", "web", "unknown")))
                .device(perhaps(() -> oneOf(List.of("mobile", "desktop", "server"))))
                .through(perhaps(() -> oneOf(List.of("organic_search", "email", "direct"))))
                .campaign(random.nextInt(12) == 0 ? Optional.of(oneOf(List.of("spring", "autumn"))) : Optional.empty())
                .cart(perhaps(() -> new CartId(oneOf(List.of("cart-1", "9B1DEB4D-3B7D-4BAD-9BDD-2B0D7B3DCB6D")))))
                .checkout(perhaps(() -> new CheckoutId(oneOf(List.of("checkout-1", "checkout-2")))))
                .order(perhaps(() -> new OrderId("order-" + random.nextInt(9))))
                .lines(Stream.generate(this::line).limit(random.nextInt(3)).toList())
                .total(perhaps(this::money))
                .page(page(state))
                .attributes(attributes())
                .namesCustomer(random.nextBoolean())
                .late(random.nextInt(20) == 0)
                .test(random.nextInt(20) == 0)
                .at(isServer ? "crm.events" : "clickstream.events", random.nextInt(4), offset++)
                .event();
    }

    private String eventId() {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        return random.nextInt(4) == 0 ? "crm-" + id : id;
    }

    /** About now, some out of order, a few beyond the lateness bound. */
    private long atMs() {
        int disorder = random.nextInt(10);
        if (disorder == 0) {
            return clockMs - minutes(random.nextInt(5 * 60));
        }
        return clockMs + (disorder < 3 ? -minutes(random.nextInt(40)) : random.nextInt((int) minutes(3)));
    }

    private Line line() {
        Optional<String> variant = perhaps(() -> oneOf(List.of("red", "blue")));
        return new Line(
                new ProductKey("sku-" + random.nextInt(3), variant),
                perhaps(() -> "Mug \u00fc\uD83D\uDE00"),
                random.nextInt(3),
                perhaps(this::money),
                perhaps(() -> "https://img.example/mug.jpg"),
                perhaps(() -> "https://shop.example/mug"));
    }

    private Money money() {
        return new Money(random.nextInt(2_000_000) - 100_000L, oneOf(List.of("EUR", "USD")));
    }

    private Optional<String> page(ProfileState state) {
        List<Alert> open = state.alerts().open();
        if (!open.isEmpty() && random.nextInt(3) == 0) {
            return Optional.of("https://shop.example/back/" + oneOf(open).id());
        }
        return perhaps(() -> "https://shop.example/p/" + random.nextInt(5));
    }

    private Map<String, String> attributes() {
        return switch (random.nextInt(9)) {
            case 0 -> Map.of("checkout_step", "address", "error", "declined", "error_hardness", "soft");
            case 1 -> Map.of("title", "", "x", "1", "rating", "5", "pre_sale", "true", "topic", "size");
            case 2 -> Map.of("query", oneOf(List.of("mug", "plate")), "form_id", oneOf(List.of("quote", "contact")));
            case 3 -> Map.of("email", oneOf(List.of("", "a@b.example")), "time_zone", "Europe/Berlin");
            case 4 -> Map.of("phone", "+49 1", "consent", oneOf(List.of("granted", "denied")), "status", "denied");
            case 5 ->
                Map.of("payment_status", "pending", "payment_method", oneOf(List.of("card", "paypal", "transfer")));
            case 6 -> Map.of("availability", oneOf(List.of("OutOfStock", "in_stock")), "engaged_ms", "12000");
            case 7 -> Map.of("contact_id", "k" + random.nextInt(3), "loyalty_tier", oneOf(List.of("SILVER", "GOLD")));
            default -> Map.of();
        };
    }

    private <T> Optional<T> perhaps(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static long minutes(long minutes) {
        return Duration.ofMinutes(minutes).toMillis();
    }
}
