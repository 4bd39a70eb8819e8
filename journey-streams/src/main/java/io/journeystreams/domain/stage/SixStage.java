package io.journeystreams.domain.stage;

import io.journeystreams.domain.stage.EvidenceRule.EventPattern;
import io.journeystreams.domain.stage.EvidenceRule.Events;
import io.journeystreams.domain.stage.EvidenceRule.FirstTouch;
import io.journeystreams.domain.stage.EvidenceRule.Goals;
import io.journeystreams.domain.stage.StageModel.Goal;
import io.journeystreams.domain.stage.StageModel.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The built-in model (rule G2): a table of evidence in the form of a record. */
final class SixStage {

    private static final Set<Layer> BOTH = Set.of(Layer.LIFECYCLE, Layer.MISSION);
    private static final Set<Layer> LIFECYCLE = Set.of(Layer.LIFECYCLE);
    private static final Duration WEEK = Duration.ofDays(7);

    private SixStage() {}

    static StageModel model() {
        return new StageModel(
                "six-stage",
                List.of(
                        new Stage("AWARENESS", BOTH, List.of(new FirstTouch("first-touch"))),
                        new Stage("CONSIDERATION", BOTH, List.of(interest())),
                        new Stage("DECISION", BOTH, List.of(cart(), till(), preSale())),
                        new Stage("PURCHASE", BOTH, List.of(new Goals("order", 1))),
                        new Stage("RETENTION", LIFECYCLE, List.of(new Goals("second-order", 2), renewal())),
                        new Stage("ADVOCACY", LIFECYCLE, List.of(advocacy()))),
                new Goal(Set.of("order_placed", "order_paid", "payment_succeeded"), Optional.of("PURCHASE")),
                Map.of(
                        "AWARENESS", Set.of("CONSIDERATION"),
                        "CONSIDERATION", Set.of("AWARENESS", "DECISION"),
                        "DECISION", Set.of("CONSIDERATION", "PURCHASE"),
                        "PURCHASE", Set.of("DECISION", "RETENTION", "ADVOCACY"),
                        "RETENTION", Set.of("ADVOCACY")),
                Set.of("subscription_cancelled"));
    }

    private static EvidenceRule interest() {
        Stream<EventPattern> plain = Stream.of(
                        "product_viewed", "product_searched", "products_compared", "review_read", "cta_clicked")
                .map(EventPattern::of);
        return new Events(
                "interest",
                Stream.concat(plain, Stream.of(where("page_viewed", "page_type", "pricing")))
                        .toList(),
                2,
                WEEK);
    }

    private static EvidenceRule cart() {
        return once(
                "cart",
                EventPattern.of("product_added"),
                EventPattern.of("product_removed"),
                where("cart_viewed", "lines", ">=1"),
                where("cart_updated", "lines", ">=1"),
                EventPattern.of("coupon_applied"));
    }

    private static EvidenceRule till() {
        return once(
                "till",
                EventPattern.of("checkout_started"),
                EventPattern.of("checkout_step_completed"),
                EventPattern.of("payment_failed"));
    }

    private static EvidenceRule preSale() {
        return once(
                "pre-sale",
                where("chat_requested", "pre_sale", "true"),
                where("call_queued", "pre_sale", "true"),
                EventPattern.of("quote_requested"));
    }

    private static EvidenceRule renewal() {
        return once("renewal", EventPattern.of("subscription_renewed"));
    }

    private static EvidenceRule advocacy() {
        return once(
                "advocacy",
                where("review_written", "rating", ">=4"),
                where("referral_made", "visits", ">=1"),
                where("survey_answered", "nps", ">=9"),
                where("social_mentioned", "sentiment", "positive"));
    }

    private static EvidenceRule once(String name, EventPattern... events) {
        return new Events(name, List.of(events), 1, WEEK);
    }

    private static EventPattern where(String type, String attribute, String condition) {
        return new EventPattern(type, List.of(Condition.of(attribute, condition)));
    }
}
