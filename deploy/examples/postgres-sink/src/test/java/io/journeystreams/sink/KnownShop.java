package io.journeystreams.sink;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentReason;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.FrictionKind;
import io.journeystreams.contracts.FrictionState;
import io.journeystreams.contracts.SettlementGroup;
import io.journeystreams.contracts.StageDirection;
import io.journeystreams.contracts.TransitionState;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A shop so small that every answer about it can be worked out by hand. */
final class KnownShop {

    /** Records of all topics together. */
    static final int RECORDS = 50;

    private static final String NOTHING_BOUGHT = "none";

    private final TopicWriter writer;
    private int written;

    private KnownShop(TopicWriter writer) {
        this.writer = writer;
    }

    /** Writes all its records. */
    static void write(TopicWriter writer) {
        KnownShop shop = new KnownShop(writer);
        writer.commit(() -> {
            shop.writeAlerts();
            shop.writeSessions();
            shop.writeTransitions();
            shop.writeFriction();
            shop.writeSettlements();
            shop.writeTheRest();
        });
        if (shop.written != RECORDS) {
            throw new AssertionError("records: " + shop.written);
        }
    }

    /**
     * Of five who may be reminded, one of them capped, three come back with 100, 50 and 30 euros; of four in the control group one, with
     * 60. Customer 4 left one cart with two alerts. Customer 10 was told of too late, customer 11's alert was taken back.
     */
    private void writeAlerts() {
        for (String customer : List.of("1 100", "2 50", "3 30")) {
            AbandonmentEvent alert = onThePhone(customer.split(" ", -1)[0], customer.split(" ", -1)[1]);
            alert(alert);
            alert(Facts.recovered(alert));
        }
        AbandonmentEvent replaced = onThePhone("4", "80");
        alert(replaced);
        alert(AbandonmentEvent.newBuilder(replaced)
                .setRevision(2)
                .setState(AbandonmentState.EXPIRED)
                .setReason(AbandonmentReason.REPLACED)
                .setActionable(false)
                .build());
        alert(AbandonmentEvent.newBuilder(replaced)
                .setAlertId("a-4b")
                .setKind(AbandonmentKind.CHECKOUT)
                .setArmedAt(Facts.minutes(20))
                .build());
        alert(withheld("5", "40", AbandonmentReason.CAPPED));
        AbandonmentEvent control = withheld("6", "60", AbandonmentReason.CONTROL);
        alert(control);
        alert(Facts.recovered(control));
        alert(withheld("7", "70", AbandonmentReason.CONTROL));
        alert(withheld("8", "20", AbandonmentReason.CONTROL));
        alert(withheld("9", "10", AbandonmentReason.CONTROL));
        alert(Facts.cart("c:10", "a-10", "500")
                .setLastActivityAt(Facts.MORNING.plus(Duration.ofDays(1)))
                .setActionable(false)
                .setReason(AbandonmentReason.STALE)
                .build());
        AbandonmentEvent mistaken = onThePhone("11", "900");
        alert(mistaken);
        alert(AbandonmentEvent.newBuilder(mistaken)
                .setRevision(2)
                .setState(AbandonmentState.RETRACTED)
                .setReason(AbandonmentReason.LATE_PURCHASE)
                .setActionable(false)
                .build());
    }

    private static AbandonmentEvent onThePhone(String customer, String total) {
        return Facts.cart("c:" + customer, "a-" + customer, total)
                .setChannel("email")
                .setDevice("phone")
                .build();
    }

    private static AbandonmentEvent withheld(String customer, String total, AbandonmentReason reason) {
        return Facts.cart("c:" + customer, "a-" + customer, total)
                .setChannel("search")
                .setDevice("desktop")
                .setActionable(false)
                .setReason(reason)
                .build();
    }

    /** Two sessions with an order and one of a machine; what was told as two sessions of customer 1 is one. */
    private void writeSessions() {
        session("c:20", "s1", 1, "email", "phone", NOTHING_BOUGHT);
        session("c:20", "s1", 2, "email", "phone", "100");
        session("c:21", "s2", 1, "search", "desktop", "40");
        write(
                SunkTopic.SESSIONS,
                Facts.session("c:22", "s3", 1)
                        .setEntryChannel("search")
                        .setDevice("desktop")
                        .setConverted(true)
                        .setOrderValue(Facts.money("1"))
                        .setBot(true)
                        .build());
        session("c:1", "s4", 1, "email", "phone", NOTHING_BOUGHT);
        session("c:1", "s5", 1, "email", "phone", NOTHING_BOUGHT);
        write(
                SunkTopic.SESSIONS,
                Facts.session("c:1", "s4", 2)
                        .setEntryChannel("email")
                        .setDevice("phone")
                        .setSupersedes(List.of("s5"))
                        .build());
    }

    /** Four missions: one up to the purchase, one up to consideration, two that skip it, of which one was told otherwise at first. */
    private void writeTransitions() {
        move("c:1", "t1", null, "AWARENESS", 0, 0);
        move("c:1", "t2", "AWARENESS", "CONSIDERATION", 10, 10);
        move("c:1", "t3", "CONSIDERATION", "DECISION", 30, 20);
        move("c:1", "t4", "DECISION", "PURCHASE", 35, 5);
        move("c:2", "t5", null, "AWARENESS", 0, 0);
        move("c:2", "t6", "AWARENESS", "CONSIDERATION", 30, 30);
        move("c:3", "t7", null, "AWARENESS", 0, 0);
        move("c:3", "t8", "AWARENESS", "CONSIDERATION", 1, 1);
        write(
                SunkTopic.STAGE_TRANSITIONS,
                Facts.move("c:3", "t8", "AWARENESS", "CONSIDERATION", 1)
                        .setRevision(2)
                        .setState(TransitionState.RETRACTED)
                        .build());
        move("c:3", "t9", "AWARENESS", "DECISION", 2, 2);
        move("c:4", "t10", null, "AWARENESS", 0, 0);
        move("c:4", "t11", "AWARENESS", "CONSIDERATION", 3, 3);
        write(
                SunkTopic.STAGE_TRANSITIONS,
                Facts.move("c:4", "t12", "AWARENESS", "DECISION", 4)
                        .setState(TransitionState.CORRECTED)
                        .setDirection(StageDirection.SKIP)
                        .setTimeSpentMs(240_000L)
                        .setSupersedes(List.of("t11"))
                        .build());
    }

    private void writeFriction() {
        for (String amount : List.of("80", "20")) {
            write(
                    SunkTopic.FRICTION,
                    Facts.friction("c:4", "f" + amount, FrictionKind.PAYMENT_FAILED)
                            .setStage("DECISION")
                            .setValueLost(Facts.money(amount))
                            .setCurrency("EUR")
                            .build());
        }
        write(
                SunkTopic.FRICTION,
                Facts.friction("c:5", "f3", FrictionKind.DETOUR)
                        .setStage("CONSIDERATION")
                        .setValueLost(Facts.money("150"))
                        .setCurrency("EUR")
                        .build());
        write(
                SunkTopic.FRICTION,
                Facts.friction("c:5", "f4", FrictionKind.CHECKOUT_ERROR).build());
        for (FrictionState state : List.of(FrictionState.STATED, FrictionState.RETRACTED)) {
            write(
                    SunkTopic.FRICTION,
                    Facts.friction("c:6", "f5", FrictionKind.LOOP)
                            .setRevision(state == FrictionState.STATED ? 1 : 2)
                            .setState(state)
                            .setValueLost(Facts.money("999"))
                            .setCurrency("EUR")
                            .build());
        }
    }

    private void writeSettlements() {
        write(SunkTopic.CHURN_SETTLEMENTS, Facts.settlement("b1", SettlementGroup.FIRING, 0.75, true));
        write(SunkTopic.CHURN_SETTLEMENTS, Facts.settlement("b2", SettlementGroup.FIRING, 0.72, true));
        write(SunkTopic.CHURN_SETTLEMENTS, Facts.settlement("b3", SettlementGroup.FIRING, 0.78, false));
        write(SunkTopic.CHURN_SETTLEMENTS, Facts.settlement("b4", SettlementGroup.SAMPLE, 0.2, false));
    }

    private void writeTheRest() {
        write(SunkTopic.MOMENTS, Facts.moment("c:1", "m1", "review").build());
        write(SunkTopic.CHURN_RISK, Facts.churn("c:1", "r1", 1).build());
    }

    private void alert(AbandonmentEvent alert) {
        write(SunkTopic.ABANDONMENT, alert);
    }

    private void session(String profile, String id, int revision, String channel, String device, String orderValue) {
        boolean hasBought = !orderValue.equals(NOTHING_BOUGHT);
        write(
                SunkTopic.SESSIONS,
                Facts.session(profile, id, revision)
                        .setEntryChannel(channel)
                        .setDevice(device)
                        .setConverted(hasBought)
                        .setOrderValue(hasBought ? Facts.money(orderValue) : null)
                        .build());
    }

    private void move(String profile, String id, @Nullable String from, String to, long atMinutes, long spentMinutes) {
        write(
                SunkTopic.STAGE_TRANSITIONS,
                Facts.move(profile, id, from, to, atMinutes)
                        .setTimeSpentMs(from == null ? null : spentMinutes * 60_000)
                        .build());
    }

    private void write(SunkTopic topic, SpecificRecord record) {
        writer.write(topic, record);
        written++;
    }
}
