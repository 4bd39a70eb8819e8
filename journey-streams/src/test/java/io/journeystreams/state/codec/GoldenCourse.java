package io.journeystreams.state.codec;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.fact.Told;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.moment.Moment.ContactFigures;
import io.journeystreams.domain.moment.Moments;
import io.journeystreams.domain.moment.OrderFlow;
import io.journeystreams.domain.profile.Course;
import io.journeystreams.domain.profile.ToldFacts;
import io.journeystreams.domain.service.Contact;
import io.journeystreams.domain.service.ContactChannel;
import io.journeystreams.domain.service.Friction;
import io.journeystreams.domain.service.PastContact;
import io.journeystreams.domain.service.Service;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Direction;
import io.journeystreams.domain.stage.Gathered;
import io.journeystreams.domain.stage.Gathered.Piece;
import io.journeystreams.domain.stage.KeptOrders;
import io.journeystreams.domain.stage.Layer;
import io.journeystreams.domain.stage.Lifecycle;
import io.journeystreams.domain.stage.Lifecycle.FirstTouch;
import io.journeystreams.domain.stage.Mission;
import io.journeystreams.domain.stage.Mission.LowerEvidence;
import io.journeystreams.domain.stage.Segment;
import io.journeystreams.domain.stage.Silence.Obstacle;
import io.journeystreams.domain.stage.Stages;
import io.journeystreams.domain.stage.TouchChannel;
import io.journeystreams.domain.stage.Touchpoint;
import io.journeystreams.domain.stage.Transition;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The course of {@link GoldenState}: something of everything. */
final class GoldenCourse {

    private static final long T = 1_772_359_200_000L;
    private static final EventId VIEW = new EventId("view-1");
    private static final EventId ADD = new EventId("add-1");
    private static final OrderId ORDER = new OrderId("order-0");
    private static final MissionMark MARK = new MissionMark(
            VIEW, 3, Optional.of(Channel.PAID_SOCIAL), Optional.of("tablet"), Segment.RETURNING_VISITOR);
    private static final Gathered GATHERED =
            new Gathered(List.of(new Piece("interest", VIEW, T - 90), new Piece("advice", ADD, T - 89)));
    private static final ContactFigures FIGURES =
            new ContactFigures("chat", "k1", OptionalLong.of(130_000), OptionalLong.of(60_000), 120_000, true, true);
    private static final Transition FURTHER = new Transition(
            Layer.MISSION,
            Optional.of("CONSIDERATION"),
            "DECISION",
            Direction.FORWARD,
            T - 70,
            "cart",
            List.of(VIEW, ADD),
            OptionalLong.of(20),
            4,
            Optional.of(MARK),
            Optional.of(Channel.EMAIL),
            Optional.of("mobile"),
            Optional.of(Money.of("12.50", "EUR")),
            true,
            false,
            true,
            Optional.empty(),
            false);
    private static final Transition SILENT = new Transition(
            Layer.MISSION,
            Optional.empty(),
            "DISCONTINUED",
            Direction.LAPSE,
            T - 60,
            "silence",
            List.of(VIEW),
            OptionalLong.empty(),
            5,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            true,
            false,
            Optional.of("PAYMENT_FAILED"),
            true);
    private static final Moment TIER = new Moment(
            Moment.Kind.LOYALTY_TIER,
            T - 80,
            ADD,
            OptionalLong.empty(),
            Optional.of(ORDER),
            Optional.of("GOLD"),
            Optional.of("SILVER"),
            Optional.empty(),
            false);
    private static final Moment BREACHED = new Moment(
            Moment.Kind.PROMISE_BREACHED,
            T - 79,
            VIEW,
            OptionalLong.of(T - 200),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(FIGURES),
            true);
    private static final Friction FAILED = new Friction(
            Friction.Kind.PAYMENT_FAILED,
            T - 78,
            ADD,
            Optional.of(Money.of("12.50", "EUR")),
            Optional.of("DECISION"),
            Optional.of(MARK),
            Optional.of(Channel.OTHER),
            Optional.of("mobile"),
            Optional.of("declined"),
            4,
            false);

    static final Course SETTLED = new Course(
            new Stages(
                    new Lifecycle(
                            Optional.of("PURCHASE"),
                            3,
                            T - 900,
                            2,
                            GATHERED,
                            new KeptOrders(1, Optional.of(ORDER), T - 900, List.of(new OrderId("order-9"))),
                            Optional.of(new FirstTouch(Channel.PODCAST, T - 999))),
                    Optional.of(new Mission(
                            MARK,
                            2,
                            T - 70,
                            7,
                            1,
                            GATHERED,
                            List.of(
                                    new LowerEvidence(1, "interest", VIEW, T - 65),
                                    new LowerEvidence(0, "advice", ADD, T - 64)),
                            VIEW,
                            T - 65)),
                    3,
                    T - 900,
                    Optional.of(new Touchpoint(TouchChannel.STORE, T - 75)),
                    List.of(FURTHER)),
            new Service(
                    List.of(new Contact(
                            ContactChannel.CALL,
                            Optional.of("k2"),
                            VIEW,
                            T - 200,
                            OptionalLong.of(T - 100),
                            300_000,
                            true,
                            true,
                            Optional.of("size"))),
                    List.of(new PastContact(ContactChannel.CHAT, FIGURES, ADD, T - 300, true, Optional.of("delivery"))),
                    Map.of(TouchChannel.WEB, 12L, TouchChannel.STORE, 1L),
                    Optional.of(new Obstacle("LOOP", T - 77)),
                    List.of(FAILED),
                    List.of(BREACHED)),
            new Moments(
                    List.of(
                            new OrderFlow(
                                    ORDER,
                                    OptionalLong.of(T - 900),
                                    OptionalLong.of(T - 890),
                                    OptionalLong.of(T - 800),
                                    Optional.of(new OrderFlow.Delivery(ADD, T - 700)),
                                    false),
                            new OrderFlow(
                                    new OrderId("order-9"),
                                    OptionalLong.empty(),
                                    OptionalLong.empty(),
                                    OptionalLong.empty(),
                                    Optional.empty(),
                                    true)),
                    Optional.of(new Moments.Payment(Optional.of(ORDER), T - 890)),
                    Optional.of(new Moments.TierStanding("GOLD", T - 80)),
                    Optional.of(Money.of("99.00", "EUR")),
                    List.of(TIER)),
            GoldenChurn.SETTLED);

    static final ToldFacts TOLD = new ToldFacts(
            List.of(new Told<>(FURTHER, 1, true), new Told<>(SILENT, 2, false)),
            List.of(new Told<>(TIER, 1, true), new Told<>(BREACHED, 3, false)),
            List.of(new Told<>(FAILED, 1, true)),
            GoldenChurn.TOLD,
            GoldenChurn.TOLD_SETTLEMENTS);

    private GoldenCourse() {}
}
