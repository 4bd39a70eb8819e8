package io.journeystreams.state.codec;

import io.journeystreams.domain.abandonment.Abandonment;
import io.journeystreams.domain.abandonment.About;
import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.Alert.CheckoutProgress;
import io.journeystreams.domain.abandonment.Alert.Visit;
import io.journeystreams.domain.abandonment.AlertHistory;
import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.abandonment.AlertLedger;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.AlertStatus;
import io.journeystreams.domain.abandonment.Arming;
import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.abandonment.Evidence;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.PaymentMethod;
import io.journeystreams.domain.abandonment.PublishedAlert;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.abandonment.Reminder;
import io.journeystreams.domain.abandonment.Standing;
import io.journeystreams.domain.abandonment.Subject;
import io.journeystreams.domain.abandonment.SubjectKey;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.abandonment.Trial;
import io.journeystreams.domain.cart.Cart;
import io.journeystreams.domain.cart.CartLine;
import io.journeystreams.domain.cart.Carts;
import io.journeystreams.domain.cart.Holder;
import io.journeystreams.domain.cart.Purchases;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CheckoutId;
import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.ProductKey;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.domain.identity.Identity;
import io.journeystreams.domain.identity.Link;
import io.journeystreams.domain.interest.Interest;
import io.journeystreams.domain.interest.Look;
import io.journeystreams.domain.interest.OnScreen;
import io.journeystreams.domain.person.Channel;
import io.journeystreams.domain.person.Consent;
import io.journeystreams.domain.person.Contact;
import io.journeystreams.domain.person.Person;
import io.journeystreams.domain.person.Reached;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.session.Pace;
import io.journeystreams.domain.session.PublishedSession;
import io.journeystreams.domain.session.Session;
import io.journeystreams.domain.session.SessionId;
import io.journeystreams.state.StoredProfile;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What the golden bytes of every version mean: something of everything that could be stored at the time. */
final class GoldenState {

    private static final long T = 1_772_359_200_000L;
    private static final DeviceId PHONE = new DeviceId("3f8e2b5c-91d4-4c77-8a0e-6b1f2d3c4e5a");
    private static final EventId FIRST = new EventId("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
    private static final EventId SECOND = new EventId("0190A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B");
    private static final CartId CART = new CartId("cart-1");
    private static final Money PRICE = Money.of("12.50", "EUR");
    private static final Line MUG = new Line(
            new ProductKey("mug", Optional.of("red")),
            Optional.of("Mug \u00fc"),
            2,
            Optional.of(PRICE),
            Optional.of("https://img.example/mug.jpg"),
            Optional.of("https://shop.example/mug"));
    private static final Evidence EVIDENCE = new Evidence(FIRST, new SourcePosition("clickstream.events", 3, 41));
    private static final About TILL = new About(
            Optional.of(CART),
            Optional.of(new CheckoutId("checkout-1")),
            Optional.of(new OrderId("order-1")),
            List.of(MUG),
            new CheckoutProgress(
                    Optional.of("address"), Optional.of("declined"), Optional.of("soft"), 2, Optional.empty()));
    private static final About ORDER = new About(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new OrderId("order-1")),
            List.of(MUG),
            new CheckoutProgress(
                    Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.of(PaymentMethod.WALLET)));
    private static final Alert LIVE = alert("11f2a3b4-c5d6-5e7f-8091-a2b3c4d5e6f7", Kind.CHECKOUT, 1);
    private static final Tally TALLY = new Tally(
            9,
            3,
            Map.of(DisarmReason.BOUGHT, 2L, DisarmReason.EMPTIED, -1L, DisarmReason.MOVED_UP, 4L),
            1,
            5,
            new Trial(4, 3, 2, 1));

    /** Bytes: {@code profile-v1.hex}. */
    static final StoredProfile VERSION_1 = new StoredProfile(
            new ProfileState(
                    ProfileKey.ofCustomer("anna"),
                    identity(),
                    settled(),
                    T,
                    List.of(
                            EventTypes.read(bare(T + 1_000)),
                            EventTypes.read(full(T + 2_000)),
                            EventTypes.read(bare(T + 3_000).asLate())),
                    List.of(
                            published("21f2a3b4-c5d6-5e7f-8091-a2b3c4d5e6f7", false, T + 5_000),
                            published("session-2", true, PublishedSession.NOTHING_WAITS)),
                    new AlertLedger(
                            List.of(
                                    new PublishedAlert(
                                            LIVE.withSession(Optional.of("21f2a3b4-c5d6-5e7f-8091-a2b3c4d5e6f7")),
                                            1,
                                            AlertOutput.State.ABANDONED,
                                            Reason.UNREACHABLE,
                                            true,
                                            2,
                                            true,
                                            Trial.Group.REMINDED,
                                            new Standing(Optional.of("goal"), Optional.of("customer"))),
                                    new PublishedAlert(
                                            alert("alert-2", Kind.CART, 2),
                                            2,
                                            AlertOutput.State.RECOVERED,
                                            Reason.NONE,
                                            false,
                                            1,
                                            false,
                                            Trial.Group.WITHHELD,
                                            Standing.UNKNOWN)),
                            T - 7_000,
                            new Trial(1, 0, 1, 1)),
                    GoldenCourse.TOLD,
                    TALLY,
                    T + 5_000),
            T + 4_000);

    private GoldenState() {}

    private static Journey settled() {
        return new Journey(
                List.of(session()),
                7,
                new Carts(List.of(
                        new Cart(
                                CART,
                                List.of(new CartLine(MUG, T - 10)),
                                T - 10,
                                new Holder(Optional.of(new DeviceId("d1")), false),
                                Optional.empty()),
                        new Cart(
                                CartId.ONLY,
                                List.of(),
                                Long.MIN_VALUE,
                                new Holder(Optional.empty(), true),
                                Optional.of(CART)))),
                new Purchases(
                        List.of(
                                new Purchases.Purchase(
                                        Optional.of(new OrderId("order-0")),
                                        SECOND,
                                        T - 900,
                                        true,
                                        Purchases.Standing.REVERSED),
                                new Purchases.Purchase(
                                        Optional.empty(), FIRST, T - 800, false, Purchases.Standing.PAID)),
                        12,
                        1,
                        T - 1_000),
                new Abandonment(subjects(), pastAlerts(), TALLY),
                T - 5_000_000,
                T - 20,
                T - 30,
                5,
                person(),
                interest(),
                GoldenCourse.SETTLED);
    }

    private static Person person() {
        Reached reached = new Reached(T - 70, true);
        return new Person(
                Map.of(
                        Channel.EMAIL, new Contact("anna@shop.example", T - 60, reached),
                        Channel.PHONE, new Contact("+49 1", T - 50, new Reached(T - 50, false))),
                Map.of(
                        Channel.EMAIL, new Consent(Consent.Status.GRANTED, T - 40),
                        Channel.PUSH, new Consent(Consent.Status.DENIED, T - 41)),
                Optional.of(ZoneId.of("Europe/Berlin")),
                Optional.of(reached));
    }

    private static Interest interest() {
        return new Interest(
                List.of(new Look(MUG.withQuantity(1), 2, T - 33)),
                List.of(new OnScreen(PHONE, MUG.withQuantity(1), FIRST, EVIDENCE.position(), T - 33)),
                List.of(new ProductKey("plate", Optional.empty())));
    }

    private static Session session() {
        return new Session(
                PHONE,
                Optional.of("mobile"),
                FIRST,
                T - 60_000,
                T - 20,
                4,
                2,
                true,
                Optional.of("https://shop.example/"),
                Optional.of("https://shop.example/mug"),
                Optional.of("email"),
                Optional.of("spring"),
                List.of("email", "direct"),
                true,
                Optional.of(new Money(Long.MAX_VALUE, "EUR")),
                Optional.of(new Money(Long.MIN_VALUE, "USD")),
                Session.End.LOGOUT,
                new Pace(T - 50, 7, true),
                Long.MIN_VALUE);
    }

    private static List<Subject> subjects() {
        Arming.Disarmed disarmed = new Arming.Disarmed(SECOND, DisarmReason.MOVED_DOWN, T - 45);
        Arming armed = new Arming.Armed(FIRST, T - 50, T - 40, Optional.of(disarmed), List.of(EVIDENCE));
        AlertHistory none = new AlertHistory(0, 0, Optional.empty(), false);
        AlertHistory one = new AlertHistory(1, LIVE.deadlineMs(), Optional.of(LIVE), true);
        return List.of(
                new Subject(new SubjectKey(Kind.CHECKOUT, "checkout-1"), TILL, armed, 2, one, T - 40),
                new Subject(new SubjectKey(Kind.CART, "cart-1"), TILL, disarmed, 1, none, T - 45),
                new Subject(
                        new SubjectKey(Kind.PAYMENT_FAILED, "order-1"),
                        TILL,
                        new Arming.Idle(),
                        0,
                        none,
                        Long.MIN_VALUE),
                new Subject(new SubjectKey(Kind.PAYMENT_PENDING, "order-1"), ORDER, armed, 1, none, T - 44));
    }

    private static Identity identity() {
        ProfileKey bert = ProfileKey.ofCustomer("bert");
        return new Identity(
                List.of(new Link(bert, T, T + 1)),
                true,
                Optional.of(bert),
                List.of(ProfileKey.ofDevice("d1")),
                List.of("hand-over-1"),
                OptionalLong.of(T + 2));
    }

    private static List<Alert> pastAlerts() {
        return List.of(
                alert("past-1", Kind.CART, 1).withStatus(new AlertStatus.Recovered(T - 3, true)),
                alert("past-2", Kind.CART, 2).withStatus(new AlertStatus.Retracted(T - 2, Reason.LATE_PURCHASE)),
                alert("past-3", Kind.PAYMENT_FAILED, 3)
                        .withReminders(List.of(
                                new Reminder(1, true, false, T - 5, List.of(MUG)),
                                new Reminder(2, false, true, T - 4, List.of())))
                        .withStatus(new AlertStatus.Expired(T - 1, Reason.REPLACED)));
    }

    private static Alert alert(String id, Kind kind, int armSeq) {
        return new Alert(
                new AlertId(id),
                new SubjectKey(kind, "checkout-1"),
                armSeq,
                T - 50,
                T - 40,
                T - 35,
                TILL,
                List.of(MUG, MUG.withQuantity(0)),
                new Visit(Optional.empty(), Optional.of(PHONE.value()), Optional.of("mobile"), Optional.of("email")),
                List.of(EVIDENCE),
                armSeq == 1,
                new AlertStatus.Live(),
                List.of());
    }

    private static PublishedSession published(String id, boolean wasClosed, long closesAtMs) {
        return new PublishedSession(
                new SessionId(id),
                PHONE,
                FIRST,
                T - 60_000,
                3,
                wasClosed,
                Long.MAX_VALUE,
                T - 60_000,
                T - 20,
                closesAtMs);
    }

    private static Occurrence bare(long atMs) {
        return EventDraft.of("event at " + atMs, "something_new", atMs)
                .from(Occurrence.Source.CRM)
                .on("unknown")
                .device(Optional.empty())
                .namesCustomer(false)
                .at("crm.events", 0, 0)
                .occurrence();
    }

    private static Occurrence full(long atMs) {
        return EventDraft.of("0190a1b2-c3d4-7e5f-8a9b-ffffffffffff", "order_placed", atMs)
                .on(PHONE.value())
                .device(Optional.of("mobile"))
                .through(Optional.of("email"))
                .campaign(Optional.of("spring"))
                .cart(Optional.of(CART))
                .checkout(Optional.of(new CheckoutId("checkout-1")))
                .order(Optional.of(new OrderId("order-2")))
                .lines(List.of(MUG))
                .total(PRICE.times(2))
                .page(Optional.of("https://shop.example/thanks"))
                .attributes(Map.of("b", "2", "a", ""))
                .test(true)
                .at("clickstream.events", 3, 42_000_000_000L)
                .occurrence();
    }
}
